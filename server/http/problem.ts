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
  "may-not": {
    status: 403,
    titles: {
      vi: "Tài khoản này không được phép làm việc đó.",
      en: "This account may not do that.",
      fr: "Ce compte n’est pas autorisé à le faire.",
    },
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
  "authorization-pending": {
    status: 400,
    titles: {
      vi: "Chưa ai ghép màn hình này.",
      en: "Nobody has paired this screen yet.",
      fr: "Personne n’a encore associé cet écran.",
    },
  },
  "slow-down": {
    status: 400,
    titles: { vi: "Hỏi quá nhanh.", en: "Asked too often.", fr: "Demandes trop rapprochées." },
  },
  "expired-token": {
    status: 400,
    titles: {
      vi: "Mã ghép đã hết hạn hoặc đã dùng.",
      en: "The pairing code has expired or was used.",
      fr: "Le code d’association a expiré ou a déjà servi.",
    },
  },
  "access-denied": {
    status: 400,
    titles: {
      vi: "Yêu cầu ghép đã bị từ chối.",
      en: "The pairing was refused.",
      fr: "L’association a été refusée.",
    },
  },
  "no-such-code": {
    status: 404,
    titles: {
      vi: "Không có màn hình nào đang chờ với mã này. Mã chỉ dùng một lần, trong 10 phút.",
      en: "No screen waits with this code. A code works once, for 10 minutes.",
      fr: "Aucun écran n’attend avec ce code. Un code sert une fois, pendant 10 minutes.",
    },
  },
  "no-such-screen": {
    status: 409,
    titles: {
      vi: "Màn hình này chưa có trong danh bạ.",
      en: "This screen is not in the directory.",
      fr: "Cet écran n’est pas dans l’annuaire.",
    },
  },
  "too-many-tries": {
    status: 429,
    titles: {
      vi: "Đã thử quá nhiều mã. Xin chờ một phút.",
      en: "Too many codes were tried. Please wait a minute.",
      fr: "Trop de codes ont été essayés. Veuillez attendre une minute.",
    },
  },
  "too-many-pairings": {
    status: 429,
    titles: {
      vi: "Có quá nhiều màn hình đang chờ ghép. Xin thử lại sau ít phút.",
      en: "Too many screens are waiting to be paired. Please try again in a few minutes.",
      fr: "Trop d’écrans attendent d’être associés. Veuillez réessayer dans quelques minutes.",
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
