import { expect, test } from "vitest";
import { isLoopback } from "../access/loopback.ts";
import { ConfigError, readConfig } from "./config.ts";

test("with nothing set, a server serves Hanoi to this machine only, from ./data, with demo people", () => {
  expect(readConfig({}, "/srv/board")).toEqual({
    port: 8080,
    host: "127.0.0.1",
    dataDir: "/srv/board/data",
    redisUrl: null,
    board: "hanoi",
    demo: true,
  });
});

test("each setting is taken from its variable", () => {
  const env = {
    PORT: "0",
    HOST: "::1",
    DATA_DIR: "/var/x",
    REDIS_URL: "redis://r:6379/1",
    BOARD: "da-nang",
    DEMO: "off",
  };
  expect(readConfig(env, "/")).toEqual({
    port: 0,
    host: "::1",
    dataDir: "/var/x",
    redisUrl: "redis://r:6379/1",
    board: "da-nang",
    demo: false,
  });
});

test("an empty variable counts as absent", () => {
  expect(readConfig({ PORT: "", REDIS_URL: "", HOST: "" }, "/")).toMatchObject({ port: 8080, redisUrl: null });
});

test("nobody signs in as a demo person on an address that others can reach", () => {
  expect(readConfig({ HOST: "0.0.0.0" }, "/").demo).toBe(false);
  expect(readConfig({ HOST: "0.0.0.0", DEMO: "on" }, "/").demo).toBe(false);
  expect(["127.0.0.1", "127.1.2.3", "localhost", "::1"].every(isLoopback)).toBe(true);
  expect(["0.0.0.0", "::", "10.0.0.1", "127.evil.example", "localhost.evil.example"].some(isLoopback)).toBe(false);
});

test("a wrong value is one clear sentence that names its variable", () => {
  const wrong = [
    ["PORT", "http"],
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["REDIS_URL", "http://redis"],
    ["REDIS_URL", "redis"],
    ["BOARD", "Hà Nội"],
    ["BOARD", "a/b"],
    ["DEMO", "yes"],
  ] as const;
  for (const [name, value] of wrong) {
    const read = () => readConfig({ [name]: value }, "/");
    expect(read, `${name}=${value}`).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} must .*\\.$`));
  }
});

test("a password in a wrong REDIS_URL is not repeated", () => {
  expect(() => readConfig({ REDIS_URL: "http://u:secret@r" }, "/")).toThrow(/^((?!secret).)*$/);
});
