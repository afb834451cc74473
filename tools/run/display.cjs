'use strict';

/** Whether a window can be shown. */
function hasDisplay(platform, env) {
  if (platform !== 'linux') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

module.exports = { hasDisplay };
