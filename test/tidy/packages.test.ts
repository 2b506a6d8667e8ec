import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSources, root } from "./source-files.ts";

type Versions = Readonly<Record<string, string>>;
type Locked = {
  readonly optionalDependencies?: Versions;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
};
type Manifest = {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly optionalDependencies: Versions;
};

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(root, name), "utf8"));
const manifest = readJson("package.json") as Manifest;
const { packages } = readJson("package-lock.json") as { readonly packages: Readonly<Record<string, Locked>> };
const exactVersion = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const named = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

describe("the lock", () => {
  test("holds every optional dependency that it names: where one is missing, `npm ci` stops", () => {
    const paths = Object.keys(packages);
    const wanted = Object.values(packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    expect(paths.length).toBeGreaterThan(100);
    expect(wanted.length).toBeGreaterThan(20);
    const missing = wanted.filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)));
    expect([...new Set(missing)]).toEqual([]);
  });

  test("has one copy each of what must not be there twice", () => {
    for (const name of ["yjs", "lib0", "solid-js", "y-protocols", "valibot"]) {
      const copies = Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`));
      expect(copies, name).toEqual([`node_modules/${name}`]);
    }
  });

  test("runs no script of anybody at install", () => {
    const scripts = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    // A watcher of files for macOS, which is not installed elsewhere.
    expect(scripts.map(([path]) => path).filter((path) => path !== "node_modules/fsevents")).toEqual([]);
  });

  test("pins every package by its checksum, and none to an address of its own", () => {
    const entries = Object.entries(packages).filter(([path]) => path !== "");
    expect(entries.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });
});

describe("the peers of the benchmarks", () => {
  const folder = "test/load/peers";
  const peers = readJson(`${folder}/package.json`) as Pick<Manifest, "dependencies">;
  const locked = readJson(`${folder}/package-lock.json`) as { readonly packages: typeof packages };

  test("are named in one version and pinned by checksum, none at an address of its own", () => {
    const entries = Object.entries(locked.packages).filter(([path]) => path !== "");
    expect(entries.length).toBeGreaterThan(20);
    expect(entries.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(Object.values(peers.dependencies).filter((version) => !exactVersion.test(version))).toEqual([]);
    expect((locked.packages[""] as Pick<Manifest, "dependencies">).dependencies).toEqual(peers.dependencies);
  });

  test("are measured with the Yjs that ours has, and are no packages of ours", () => {
    expect(peers.dependencies.yjs).toBe(manifest.dependencies.yjs);
    expect(peers.dependencies.ws).toBe(manifest.dependencies.ws);
    expect(Object.keys(named).filter((name) => /hocuspocus|websocket-server|leveldb/.test(name))).toEqual([]);
  });
});

describe("package.json", () => {
  test("names every package in exactly one version", () => {
    expect(Object.keys(named).length).toBeGreaterThan(15);
    const loose = Object.entries(named).filter(([, version]) => !exactVersion.test(version));
    expect(loose).toEqual([]);
  });

  test("the lock says the same", () => {
    const locked = packages[""] as Manifest;
    expect(locked.dependencies).toEqual(manifest.dependencies);
    expect(locked.devDependencies).toEqual(manifest.devDependencies);
    expect(locked.optionalDependencies).toEqual(manifest.optionalDependencies);
  });

  test("names every package that is imported", () => {
    const packageOf = (target: string) =>
      target
        .split("/")
        .slice(0, target.startsWith("@") ? 2 : 1)
        .join("/");
    // The peers' own servers live on the peers' own packages.
    const foreign = readSources()
      .filter(({ path }) => !path.startsWith("test/load/peers/"))
      .flatMap(({ imports }) => imports)
      .filter(({ isOwn, target }) => !isOwn && !target.startsWith("node:") && !target.startsWith("virtual:"))
      .map(({ target }) => packageOf(target));
    expect(foreign.length).toBeGreaterThan(100);
    expect([...new Set(foreign)].filter((name) => !Object.hasOwn(named, name))).toEqual([]);
  });
});
