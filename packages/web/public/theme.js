// Before the first paint, so that a dark screen never flashes white. A file of its own: the policy forbids inline scripts.
const kept = () => {
  try {
    return localStorage.getItem('telar.theme') ?? 'auto'
  } catch {
    // Storage may be forbidden; then the system decides.
    return 'auto'
  }
}

const choice = kept()
const isDark = choice === 'dark' || (choice === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')
