// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of the layer diagram in `docs/architecture.md`.
func layer(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The test target that mirrors `name`, file for file.
func tests(
  of name: String, and dependencies: [Target.Dependency] = [], without folders: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "AttuneTestSupport"] + dependencies,
    exclude: folders,
    swiftSettings: settings)
}

let package = Package(
  name: "attune",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "attune", targets: ["attune"]),
    .library(name: "AttuneInstrument", targets: ["AttuneInstrument"]),
    .library(name: "AttuneLanguage", targets: ["AttuneLanguage"]),
    .library(name: "AttuneData", targets: ["AttuneData"]),
    .library(name: "AttuneStatistics", targets: ["AttuneStatistics"]),
    .library(name: "AttuneTables", targets: ["AttuneTables"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Row 0
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl",
      providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CReadStat", providers: [.apt(["libreadstat-dev"]), .brew(["readstat"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .target(name: "CKernels"),
    .target(name: "CLockdown"),
    layer("AttuneDiagnostics"),
    layer("AttuneTables"),
    layer("AttuneDigest", on: [.product(name: "Crypto", package: "swift-crypto")]),
    layer("AttuneNumerics", on: ["CGSL", "CKernels"]),
    layer("AttuneInstrument"),
    // Row 1
    layer("AttuneData", on: ["AttuneNumerics", "AttuneDiagnostics", "AttuneTables"]),
    // Row 2
    .target(
      name: "AttuneLanguage",
      dependencies: ["AttuneDiagnostics", "AttuneDigest", "AttuneInstrument"],
      swiftSettings: settings,
      plugins: ["RuleRegistry"]),
    layer("AttuneSession", on: ["AttuneInstrument"]),
    layer("AttuneScoring", on: ["AttuneInstrument", "AttuneData"]),
    layer("AttuneStatistics", on: ["AttuneData", "AttuneNumerics", "AttuneTables"]),
    // Row 3
    layer(
      "AttuneStore",
      on: [
        "AttuneInstrument", "AttuneSession", "AttuneDigest",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    layer(
      "AttuneExchange",
      on: [
        "AttuneInstrument", "AttuneData", "AttuneScoring", "AttuneTables", "AttuneDigest", "CZlib",
        "CReadStat", "CXLSXWriter", "CLockdown",
      ]),
    .target(
      name: "AttuneReport",
      dependencies: [
        "AttuneInstrument", "AttuneSession", "AttuneTables", "AttuneData", "AttuneScoring",
        "AttuneStatistics",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Templates/paper.mustache"), .embedInCode("Templates/boxes.mustache"),
        .embedInCode("Templates/report.mustache"),
      ],
      swiftSettings: settings),
    layer("AttuneLanguageServer", on: ["AttuneDiagnostics", "AttuneLanguage"]),
    layer(
      "AttuneSimulation",
      on: [
        "AttuneDiagnostics", "AttuneInstrument", "AttuneLanguage", "AttuneSession",
        "AttuneScoring", "AttuneData", "AttuneStatistics", "AttuneNumerics", "AttuneTables",
      ]),
    // Row 4
    layer("AttuneTerminal", on: ["AttuneInstrument", "AttuneSession"]),
    // Row 5
    .executableTarget(
      name: "attune",
      dependencies: [
        "AttuneDiagnostics", "AttuneTables", "AttuneInstrument", "AttuneData", "AttuneLanguage",
        "AttuneSession", "AttuneScoring", "AttuneStatistics", "AttuneStore", "AttuneExchange",
        "AttuneReport", "AttuneSimulation", "AttuneTerminal", "AttuneDigest",
        "AttuneLanguageServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // The folder of checker rules is their registry.
    .plugin(
      name: "RuleRegistry", capability: .buildTool(), dependencies: ["rule-registry-generator"]),
    .executableTarget(name: "rule-registry-generator", swiftSettings: settings),
    // Tests
    .target(
      name: "AttuneTestSupport", dependencies: ["AttuneDiagnostics"],
      path: "Tests/AttuneTestSupport",
      swiftSettings: settings),
    tests(of: "AttuneDiagnostics"),
    tests(of: "AttuneTables"),
    tests(of: "AttuneDigest"),
    tests(of: "AttuneNumerics", and: ["CKernels"]),
    tests(of: "AttuneInstrument"),
    tests(of: "AttuneData", and: ["AttuneNumerics", "AttuneTables"]),
    tests(
      of: "AttuneLanguage", and: ["AttuneInstrument", "AttuneDiagnostics"], without: ["Cases"]),
    tests(of: "AttuneSession", and: ["AttuneInstrument"]),
    tests(of: "AttuneScoring", and: ["AttuneInstrument", "AttuneData"]),
    tests(of: "AttuneStatistics", and: ["AttuneData", "AttuneNumerics", "AttuneTables"]),
    tests(
      of: "AttuneStore",
      and: ["AttuneInstrument", "AttuneSession", .product(name: "GRDB", package: "GRDB.swift")],
      without: ["Stores"]),
    tests(
      of: "AttuneExchange",
      and: [
        "AttuneData", "AttuneDiagnostics", "AttuneDigest", "AttuneInstrument", "AttuneLanguage",
        "AttuneScoring", "AttuneTables", "CLockdown",
      ]),
    tests(
      of: "AttuneReport",
      and: [
        "AttuneDiagnostics", "AttuneInstrument", "AttuneLanguage", "AttuneSession",
        "AttuneScoring", "AttuneTables",
      ]),
    tests(of: "AttuneLanguageServer", and: ["AttuneDiagnostics", "AttuneLanguage"]),
    tests(
      of: "AttuneSimulation",
      and: [
        "AttuneDiagnostics", "AttuneInstrument", "AttuneLanguage", "AttuneSession",
        "AttuneScoring", "AttuneData", "AttuneStatistics", "AttuneNumerics", "AttuneTables",
      ]),
    tests(
      of: "AttuneTerminal", and: ["AttuneInstrument", "AttuneSession"], without: ["Snapshots"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "attune", "AttuneDiagnostics", "AttuneInstrument", "AttuneLanguage", "AttuneSession",
        "AttuneStore", "AttuneTestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Robustness/disk.c", "Transcripts"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
