/**
 * Origin of every transaction made here. Undo follows this class and nothing else, so it never takes back another's work.
 * `label` names a run of typing ("type <item> title"); an empty label is a change of its own.
 */
export class LocalEdit {
  readonly label: string;

  constructor(label = "") {
    this.label = label;
  }
}
