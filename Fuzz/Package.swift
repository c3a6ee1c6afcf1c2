// swift-tools-version: 6.2

// The language under libFuzzer and the address sanitizer. A package of its own, because the flags
// that instrument code are refused in a package that others may depend on; its sources are the
// main package's, through links; only AttuneDigest is a stand-in, because it takes a library.

import PackageDescription

let features: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
let instrumented =
  features + [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])]

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "AttuneDiagnostics", swiftSettings: instrumented),
    .target(name: "AttuneInstrument", swiftSettings: instrumented),
    .target(name: "AttuneDigest", swiftSettings: instrumented),
    .target(
      name: "AttuneLanguage",
      dependencies: ["AttuneDiagnostics", "AttuneDigest", "AttuneInstrument"],
      swiftSettings: instrumented, plugins: ["RuleRegistry"]),
    .executableTarget(
      name: "fuzz", dependencies: ["AttuneDiagnostics", "AttuneInstrument", "AttuneLanguage"],
      swiftSettings: instrumented,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
    .plugin(
      name: "RuleRegistry", capability: .buildTool(), dependencies: ["rule-registry-generator"]),
    .executableTarget(name: "rule-registry-generator", swiftSettings: features),
  ],
  swiftLanguageModes: [.v6]
)
