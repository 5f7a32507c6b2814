/** Keys and values of one section of AWS's shared files. */
export type ProfileSection = Readonly<Record<string, string | undefined>>;

/** AWS's shared `config` and `credentials` files, by section. */
export interface SharedFiles {
  readonly config: Readonly<Record<string, ProfileSection | undefined>>;
  readonly credentials: Readonly<Record<string, ProfileSection | undefined>>;
}

/** Where the files are, if not in `~/.aws`. */
export interface SharedFilePaths {
  readonly config: string | undefined;
  readonly credentials: string | undefined;
}

/** What platforms without a file system have. */
export const NO_SHARED_FILES: SharedFiles = { config: {}, credentials: {} };
