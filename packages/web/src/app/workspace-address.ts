/**
 * The first workspace of a server stands at `/`; each other one has its addresses below `/w/<slug>`.
 * The router works below its base path and needs to know nothing of it.
 */
export const workspaceInAddress = (
  pathname: string,
): { readonly slug: string | undefined; readonly basepath: string } => {
  const slug = /^\/w\/([^/]+)/.exec(pathname)?.[1]
  return slug === undefined
    ? { slug: undefined, basepath: '/' }
    : { slug: decodeURIComponent(slug), basepath: `/w/${slug}` }
}
