/** On the answer of a download (`/api/documents/<name>`): the epoch of the document. Without it there is nothing in it. */
export const epochHeader = "Document-Epoch";
