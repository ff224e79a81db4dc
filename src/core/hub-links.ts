/** The address of a model's page on the Hub, as a piece of larger patterns. */

/** Matches the address of a model and captures its id; data sets, spaces and the like have a first part of their own. */
export const HUB_MODEL =
  /(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!(?:datasets|spaces|papers|docs|collections|blog|models|organizations|join)\/)([\w.-]{1,96}\/[\w.-]{1,96})/
    .source;
