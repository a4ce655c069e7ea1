/** The command was called in a way it does not understand; `message` is in the reader's language. */
export class WrongCall extends Error {}
