import Testing

/// What the command says of itself.
@Suite struct HelpTests {
  @Test(arguments: [
    ["new"], ["check"], ["explain"], ["fix"], ["format"], ["show"], ["translate"], ["freeze"],
    ["diff"], ["language-server"], ["try"], ["run"], ["resume"], ["enter"], ["study", "new"],
    ["study", "backup"], ["study", "restore"], ["study", "erase"], ["doctor"], ["describe"],
    ["reliability"], ["retest"], ["agreement"], ["compare"], ["crosstab"], ["correlate"],
    ["export"],
    ["codebook"], ["import"],
    ["simulate"], ["power"],
  ])
  func everyCommandExplainsItself(command: [String]) throws {
    let help = try Program.run(command + ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("OVERVIEW:"))
    #expect(help.output.contains("USAGE: attune \(command.joined(separator: " "))"))
    for line in help.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreWrittenForEachShell(shell: String) throws {
    let script = try Program.run(["--generate-completion-script", shell])
    #expect(script.status == 0)
    #expect(script.output.contains("reliability"))
    if shell == "bash" {
      let checked = try Program.run(["-n"], of: "/bin/bash", input: script.output)
      #expect(checked.status == 0, "\(checked.messages)")
    }
  }

  @Test func theVersionIsAlone() throws {
    #expect(try Program.run(["--version"]).output == "0.1.0\n")
  }
}
