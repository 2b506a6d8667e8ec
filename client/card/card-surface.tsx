import { type JSX, onCleanup, onMount } from "solid-js";
import { Portal } from "solid-js/web";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { type DragHands, makeDragSurface } from "../drag/drag-surface.ts";
import { Ghost } from "./ghost.tsx";
import { createMoving } from "./moving.ts";

/** The scrolling paper that cards lie on and move over. Everything inside with `data-card` and `data-target` takes part. */
export function CardSurface(props: {
  readonly label: string;
  readonly neighbour: DragHands["neighbour"];
  readonly children: JSX.Element;
}) {
  const moving = createMoving(useBoard(), useDesk(), (target, step) => props.neighbour(target, step));
  let root!: HTMLElement;
  let ghost!: HTMLDivElement;
  onMount(() => onCleanup(makeDragSurface(root, ghost, moving)));
  return (
    <>
      <Portal>
        <Ghost
          ref={(element) => {
            ghost = element;
          }}
        />
      </Portal>
      <section class="surface" ref={root} aria-label={props.label} tabindex="-1">
        {props.children}
      </section>
    </>
  );
}
