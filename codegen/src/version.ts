/** Version of this package; the same as in its package.json, which a test holds. */
export const VERSION = "0.1.0";
