import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const self = "'self'"
const none = "'none'"

/**
 * What a browser may do with our answers. An answer that brings one of these headers keeps its own
 * (a download has a stricter policy).
 */
export const securityHeaders = (options: { readonly isHttps: boolean }): MiddlewareHandler =>
  secureHeaders({
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: [self],
      scriptSrc: [self],
      // Style attributes of the component library; scripts have no such exception.
      styleSrc: [self, "'unsafe-inline'"],
      imgSrc: [self, 'data:', 'blob:'],
      connectSrc: [self],
      objectSrc: [none],
      baseUri: [none],
      frameAncestors: [none],
      formAction: [self],
      workerSrc: [self, 'blob:'],
    },
    referrerPolicy: 'strict-origin-when-cross-origin',
    crossOriginOpenerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: options.isHttps ? 'max-age=31536000' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [], displayCapture: [] },
  })
