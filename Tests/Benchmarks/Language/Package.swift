// swift-tools-version: 6.2

// Times the language alone, in one process. A package of its own, so that nothing else is built for it; its
// sources are the main package's, through links.

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "bench",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "AttuneDiagnostics", swiftSettings: settings),
    .target(name: "AttuneInstrument", swiftSettings: settings),
    .target(name: "AttuneDigest", swiftSettings: settings),
    .target(
      name: "AttuneLanguage",
      dependencies: ["AttuneDiagnostics", "AttuneDigest", "AttuneInstrument"],
      swiftSettings: settings, plugins: ["RuleRegistry"]),
    .executableTarget(
      name: "bench", dependencies: ["AttuneDiagnostics", "AttuneInstrument", "AttuneLanguage"],
      swiftSettings: settings),
    .plugin(
      name: "RuleRegistry", capability: .buildTool(), dependencies: ["rule-registry-generator"]),
    .executableTarget(name: "rule-registry-generator", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
