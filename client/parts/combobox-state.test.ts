import { createRoot } from "solid-js";
import { describe, expect, test } from "vitest";
import { type ComboboxProps, createCombobox } from "./combobox-state.ts";

const rooms = ["Phòng họp 1", "Phòng họp 2", "Hội trường"];

/** A combobox with its keys, without a page: what it told its owner stands in `told`. */
function combobox(more: Partial<ComboboxProps> = {}) {
  const told: string[] = [];
  const state = createRoot(() =>
    createCombobox({
      label: "Địa điểm",
      noneFound: "",
      search: (query) => [
        { label: null, options: rooms.filter((name) => name.includes(query)).map((id) => ({ id, label: id })) },
      ],
      onPick: (id) => told.push(`pick ${id}`),
      ...more,
    }),
  );
  const press = (key: string, how: Partial<KeyboardEvent> = {}) => {
    const event = {
      key,
      isUsed: false,
      preventDefault: () => (event.isUsed = true),
      stopPropagation: () => {},
      ...how,
    };
    // Only what the state reads of a keyboard event; there is no page here to make a real one.
    state.onKeyDown(event as unknown as KeyboardEvent);
    return event.isUsed;
  };
  return { state, press, told };
}

describe("typing", () => {
  test("opens the list with the first match ready, and Enter takes it", () => {
    const { state, press, told } = combobox();
    state.type("Hội");
    expect(state.active()).toBe(0);
    expect(press("Enter")).toBe(true);
    expect(told).toEqual(["pick Hội trường"]);
    expect(state.isOpen()).toBe(false);
  });

  test("a list opened without typing has nothing ready: Enter changes nothing", () => {
    const { state, press, told } = combobox({ value: "Phòng họp 1" });
    state.open();
    press("Enter");
    expect(told).toEqual([]);
    expect(state.text()).toBe("Phòng họp 1");
  });

  test("arrows go through the list and round", () => {
    const { state, press, told } = combobox();
    press("ArrowDown");
    expect(state.isOpen()).toBe(true);
    press("ArrowUp");
    press("Enter");
    expect(told).toEqual(["pick Hội trường"]);
  });

  test("a key of an input method is left to it", () => {
    const { state, press, told } = combobox();
    state.type("Hội");
    expect(press("Enter", { isComposing: true })).toBe(false);
    expect(press("Enter", { keyCode: 229 })).toBe(false);
    expect(told).toEqual([]);
    expect(state.text()).toBe("Hội");
  });

  test("a field that is off does not open", () => {
    const { state } = combobox({ disabled: true });
    state.open();
    expect(state.isOpen()).toBe(false);
  });
});

describe("free words", () => {
  test("stand as a line of their own, and are ready where nothing matches", () => {
    const told: string[] = [];
    const { state, press } = combobox({ onWords: (text) => told.push(text) });
    state.type(" Nhà hát Lớn ");
    expect(state.lines()).toEqual([{ kind: "words", text: "Nhà hát Lớn", at: 0 }]);
    press("Enter");
    expect(told).toEqual(["Nhà hát Lớn"]);
    expect(state.text()).toBe("");
  });

  test("are not offered where they are not taken", () => {
    const { state } = combobox();
    state.type("Nhà hát Lớn");
    expect(state.lines()).toEqual([]);
  });
});

describe("leaving the field", () => {
  test("hands over what is typed where somebody takes it, once", () => {
    const left: string[] = [];
    const { state } = combobox({ value: "cũ", onLeave: (text) => left.push(text) });
    state.type("mới");
    state.leave();
    state.leave();
    expect(left).toEqual(["mới"]);
  });

  test("without anything typed hands over nothing", () => {
    const left: string[] = [];
    const { state } = combobox({ value: "cũ", onLeave: (text) => left.push(text) });
    state.open();
    state.leave();
    expect(left).toEqual([]);
  });

  test("keeps what is typed where nobody takes it", () => {
    const { state } = combobox();
    state.type("Phòng");
    state.leave();
    expect(state.text()).toBe("Phòng");
    expect(state.isOpen()).toBe(false);
  });

  test("emptying the field counts as typing", () => {
    const left: string[] = [];
    const { state, press } = combobox({ value: "cũ", onLeave: (text) => left.push(text) });
    state.type("");
    press("Enter");
    expect(left).toEqual([""]);
  });
});

describe("Esc", () => {
  test("first closes and takes back what was typed, then belongs to whoever is around", () => {
    const { state, press } = combobox({ value: "cũ" });
    state.type("mới");
    expect(press("Escape")).toBe(true);
    expect(state.text()).toBe("cũ");
    expect(press("Escape")).toBe(false);
  });

  test("other keys are the field's own", () => {
    expect(combobox().press("a")).toBe(false);
  });
});
