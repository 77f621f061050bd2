// Improves, never carries: every page works without it.
import "./unsaved.js";
import "./dialogs.js";
import "./passkeys.js";
import "./links.js";
