import Foundation
import Testing

/// `attune show`, as a person would use it.
@Suite struct ShowTests {
  private static let names = ["alongside", "keep", "links", "say", "selfhelp"]

  @Test(arguments: names, ["text", "markdown", "html"])
  func showsEveryInstrument(name: String, format: String) throws {
    let shown = try Program.run(["show", "instruments/\(name).instrument", "--format", format])
    #expect(shown.status == 0, "\(shown.messages)")
    #expect(shown.output.contains("draft, unvalidated"))
    #expect(shown.output.contains("Samaritans"))
  }

  @Test func namesTheOtherRoles() throws {
    let links = "instruments/links.instrument"
    let first = try Program.run(["show", links])
    #expect(
      first.messages
        == "Shown for 'person'. There is also worker: choose with --role, "
        + "or see all side by side with --role all.\n")
    let worker = try Program.run(["show", links, "--role", "worker"])
    #expect(worker.messages.isEmpty && worker.output != first.output)
    let all = try Program.run(["show", links, "--role", "all"])
    #expect(all.status == 0 && all.messages.isEmpty)
    #expect(all.output.count > first.output.count)
  }

  @Test func saysWhatItDoesNotHave() throws {
    let links = "instruments/links.instrument"
    let form = try Program.run(["show", links, "--form", "shrot"])
    #expect(form.status == 1 && form.messages.contains("shrot"))
    let role = try Program.run(["show", links, "--role", "wroker"])
    #expect(role.status == 1 && role.messages.contains("worker"))
    let paper = try Program.run(["show", links, "--role", "all", "--format", "html"])
    #expect(paper.status == 1 && paper.messages.contains("--role: person, worker"))
    let missing = try Program.run(["show", "nothing.instrument"])
    #expect(missing.status == 1 && missing.messages.contains("I could not find"))
  }

  @Test func fillsInTheStudysOwnWords() throws {
    let study = try Study()
    let shown = try study.attune("show", "--form", "quick", "--output", study.scratch.path("q.txt"))
    #expect(shown.status == 0 && shown.output.isEmpty, "\(shown.messages)")
    let text = try study.scratch.text("q.txt")
    #expect(text.contains("The research group would like to hear"))
    #expect(text.contains("Quick look") && !text.contains("[rel2]"))
    let ready = try study.attune("show", "--format", "html")
    #expect(ready.status == 0 && ready.messages.isEmpty, "\(ready.messages)")
  }

  @Test func saysWhatWaitsBeforeAFormIsPrinted() throws {
    let keep = "instruments/keep.instrument"
    let alone = try Program.run(["show", keep, "--format", "html"])
    #expect(alone.messages.contains("There is no study yet") && alone.output.contains("[contact]"))
    let scratch = try ScratchFolder()
    let folder = scratch.path("study")
    #expect(try Program.run(["study", "new", folder, "--instrument", keep]).status == 0)
    let blank = try Program.run(["show", folder, "--format", "html"])
    #expect(blank.status == 0)
    #expect(blank.messages.contains("Real answers wait: 'contact:' is blank"))
  }
}
