import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem, ProblemCode } from "../../shared/protocol/problem.ts";
import { type Language, languageOf } from "./language.ts";

/** Thrown by a route for what the caller must be told; the app answers it as a problem document. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly detail: string | undefined;

  /** `detail` names the place in the input. It is shown, so it never repeats what a stranger sent. */
  constructor(code: ProblemCode, detail?: string) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** Answers `application/problem+json` (RFC 9457), titled in the caller's language. */
export function problemResponse(c: Context, code: ProblemCode, detail?: string): Response {
  const { status, titles } = catalogue[code];
  const title = titles[languageOf(c.req.header("accept-language"))];
  const problem: Problem = { code, status, title, ...(detail === undefined ? {} : { detail }) };
  return c.json(problem, status, { "content-type": "application/problem+json; charset=utf-8" });
}

type Entry = { readonly status: ContentfulStatusCode; readonly titles: Readonly<Record<Language, string>> };

const catalogue: Readonly<Record<ProblemCode, Entry>> = {
  "not-found": {
    status: 404,
    titles: { vi: "Không có gì ở địa chỉ này.", en: "There is nothing here.", fr: "Il n’y a rien à cette adresse." },
  },
  "bad-input": {
    status: 400,
    titles: {
      vi: "Không đọc được nội dung gửi lên.",
      en: "What was sent cannot be read.",
      fr: "Les données envoyées sont illisibles.",
    },
  },
  "too-large": {
    status: 413,
    titles: {
      vi: "Nội dung gửi lên quá lớn.",
      en: "What was sent is too large.",
      fr: "Les données envoyées sont trop volumineuses.",
    },
  },
  "wrong-origin": {
    status: 403,
    titles: {
      vi: "Yêu cầu đến từ một trang khác nên bị từ chối.",
      en: "The request comes from another site and is refused.",
      fr: "La requête vient d’un autre site et a été refusée.",
    },
  },
  "sign-in-needed": {
    status: 401,
    titles: { vi: "Cần đăng nhập.", en: "Please sign in.", fr: "Veuillez vous connecter." },
  },
  "no-demo-sign-in": {
    status: 404,
    titles: {
      vi: "Máy chủ này không có đăng nhập dùng thử.",
      en: "This server has no demo sign-in.",
      fr: "Ce serveur n’offre pas de connexion de démonstration.",
    },
  },
  "unknown-person": {
    status: 404,
    titles: { vi: "Không có người này.", en: "There is no such person.", fr: "Cette personne n’existe pas." },
  },
  "directory-cycle": {
    status: 400,
    titles: {
      vi: "Danh bạ có đơn vị nằm trong chính nó.",
      en: "In the directory, a unit contains itself.",
      fr: "Dans l’annuaire, une unité se contient elle-même.",
    },
  },
  "unreadable-text": {
    status: 422,
    titles: {
      vi: "Không nhận ra lịch công tác trong văn bản.",
      en: "No schedule was recognised in the text.",
      fr: "Aucun programme n’a été reconnu dans le texte.",
    },
  },
  "store-unavailable": {
    status: 503,
    titles: {
      vi: "Kho dữ liệu tạm thời không truy cập được. Xin thử lại sau.",
      en: "The store cannot be reached now. Please try again later.",
      fr: "Le stockage est momentanément inaccessible. Veuillez réessayer plus tard.",
    },
  },
  busy: {
    status: 503,
    titles: {
      vi: "Máy chủ đang bận. Xin thử lại sau giây lát.",
      en: "The server is busy. Please try again in a moment.",
      fr: "Le serveur est occupé. Veuillez réessayer dans un instant.",
    },
  },
  internal: {
    status: 500,
    titles: {
      vi: "Máy chủ gặp lỗi. Lỗi đã được ghi lại.",
      en: "The server failed. The failure was recorded.",
      fr: "Le serveur a rencontré une erreur, qui a été enregistrée.",
    },
  },
};
