import PackagePlugin

/// Reads the source of `AttuneLanguage`, so that its folder of rules is the registry and its
/// documentation comments are the teaching texts.
@main
struct RuleRegistry: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let files = (target.sourceModule?.sourceFiles(withSuffix: "swift").map(\.url) ?? [])
      .sorted { $0.path() < $1.path() }
    let outputs = ["AllRules.swift", "AllExplanations.swift"]
      .map { context.pluginWorkDirectoryURL.appending(path: $0) }
    return [
      .buildCommand(
        displayName: "Listing the rules",
        executable: try context.tool(named: "rule-registry-generator").url,
        arguments: (outputs + files).map { $0.path() },
        inputFiles: files,
        outputFiles: outputs)
    ]
  }
}
