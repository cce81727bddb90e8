// Owns: what the plugin is told about the machine. A narrow window counts as a phone.

const system = typeof navigator === 'undefined' ? '' : navigator.userAgent;

export const Platform = {
  isDesktop: true,
  isMobile: false,
  isDesktopApp: true,
  isMobileApp: false,
  isIosApp: false,
  isAndroidApp: false,
  isPhone: false,
  isTablet: false,
  isMacOS: /Macintosh|Mac OS/.test(system),
  isWin: /Windows/.test(system),
  isLinux: /Linux/.test(system),
  isSafari: /^((?!Chrome).)*Safari/.test(system),
  resourcePathPrefix: '/api/file?path=',
};

/** Below this width, in CSS pixels, the host shows its phone layout. */
export const PHONE_WIDTH = 600;

/** Sets `Platform` and the body's classes for a phone or a desktop. */
export function applyPlatform(isPhone: boolean): void {
  Object.assign(Platform, { isDesktop: !isPhone, isMobile: isPhone, isDesktopApp: !isPhone, isMobileApp: isPhone, isPhone });
  document.body.classList.toggle('is-mobile', isPhone);
  document.body.classList.toggle('is-phone', isPhone);
}
