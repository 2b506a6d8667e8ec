import { Hono } from "hono";
import type { OfficeId } from "../../shared/model/office.ts";
import { officeIds } from "../../shared/model/office.ts";
import { wireVersion } from "../../shared/protocol/message.ts";

type Parts = { readonly board: string; readonly version: string; readonly storeLife: () => Promise<string> };

const officeNames: Readonly<Record<OfficeId, string>> = {
  party: "Văn phòng Thành ủy",
  council: "Văn phòng Đoàn ĐBQH và HĐND",
  people: "Văn phòng UBND",
};

/** Which board this is: what a page needs before it opens a document. */
export function boardRoutes({ board, version, storeLife }: Parts) {
  const offices = officeIds.map((id) => ({ id, name: officeNames[id] }));
  return new Hono().get("/board", async (c) =>
    c.json({ board, offices, version, wireVersion, epoch: await storeLife() }),
  );
}
