import PackagePlugin

/// Lists the rule files of `AttuneLanguage`, so that the folder is the registry.
@main
struct RuleRegistry: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let files = (target.sourceModule?.sourceFiles(withSuffix: "swift").map(\.url) ?? [])
      .filter { $0.pathComponents.dropLast().suffix(2) == ["Checker", "Rules"] }
      .sorted { $0.path() < $1.path() }
    let output = context.pluginWorkDirectoryURL.appending(path: "AllRules.swift")
    return [
      .buildCommand(
        displayName: "Listing the rules",
        executable: try context.tool(named: "rule-registry-generator").url,
        arguments: [output.path()] + files.map { $0.deletingPathExtension().lastPathComponent },
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
