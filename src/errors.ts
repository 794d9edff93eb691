/** What went wrong, for programs: messages are for people. */
export type ErrorCode =
  | 'INVALID_ARGUMENT'
  | 'INVALID_FILE'
  | 'NOT_FOUND'
  | 'AMBIGUOUS'
  | 'TOO_LONG'
  | 'NOT_WRITTEN'
  | 'UNSUPPORTED_FORMAT';

/** An error that a user can mend. The message names the place, the value and the remedy. */
export class MailuoError extends Error {
  override readonly name = 'MailuoError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
