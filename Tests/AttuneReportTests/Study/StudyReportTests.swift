import AttuneInstrument
@testable import AttuneReport
import AttuneTables
import AttuneTestSupport
import Foundation
import Testing

@Suite struct StudyReportTests {
  private let answers = [5, 4, 5, 4, 3, 5, 4, 5, 4, 5, 3, 4, 2, 1, 3, 2, 5, 4]

  private func composer(
    _ view: ReleaseView = .publish, south: Int = 18,
    change: (inout ReportSubject) -> Void = { _ in }
  ) -> ReportComposer {
    let plan = SampleStudy.plan("p", .compare(scores: ["x"], by: "team")) {
      $0.expectation = .higher(level: "north")
    }
    var subject = ReportSubject(
      sample: SampleStudy.sample([plan], north: answers, south: Array(answers.prefix(south))),
      title: "A study", view: view, others: [.init("deleted", 3, "stopped")], banners: [],
      version: "1",
      sourceHash: "00", command: "attune report")
    change(&subject)
    return ReportComposer(subject)
  }

  /// Put into every place where words come from the instrument or the data.
  private func hostile(_ payload: String) -> ReportComposer {
    composer(.team) { subject in
      subject.title = payload
      subject.command = payload
      subject.banners = [payload]
      subject.sample.instrument.title = payload
      subject.sample.instrument.sources = [payload]
      subject.sample.instrument.constructs[0].title = payload
      subject.sample.instrument.constructs[0].higherMeans = payload
      subject.sample.instrument.plans[0].title = payload
      subject.sample.instrument.plans[0].because = payload
      for index in subject.sample.instrument.sections[0].items.indices {
        subject.sample.instrument.sections[0].items[index].wordings = [.init(InsertText(payload))]
      }
    }
  }

  @Test(arguments: HostileText.payloads)
  func noTextIsMarkupOrACommand(payload: String) {
    // A brace is a place for an insert in an item's words, and has none to show there.
    let report = hostile(payload).report
    let plain = hostile("x").report
    for character in "<>\"" {
      let (found, expected) = (HTMLReport().render(report), HTMLReport().render(plain))
      #expect(found.count { $0 == character } == expected.count { $0 == character })
    }
    let pages =
      [HTMLReport().render(report), MarkdownReport().render(report)]
      + [LaTeXReport().render(report)]
    for page in pages {
      #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(!page.unicodeScalars.contains("\u{202E}"))
    }
    let commands = LaTeXReport().render(report)
    for command in [
      "\\input", "\\write", "\\immediate", "\\def", "\\csname", "\\catcode", "\\include{",
    ] {
      #expect(!commands.contains(command))
    }
    // In Markdown a backslash makes the next character plain.
    let markdown = pages[1].replacing(/\\./, with: "")
    #expect(!markdown.contains("<") && !markdown.contains("]("))
  }

  @Test func thePageHasWhatReadersNeed() {
    let page = HTMLReport().render(composer().report)
    #expect(page.contains("<html lang=\"en-GB\">"))
    for mark in [
      "<main id=\"main\">", "<header>", "<nav aria-label=", "class=\"skip\" href=\"#main\"",
    ] {
      #expect(page.contains(mark))
    }
    #expect(page.matches(of: /<h1>/).count == 1)
    let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
    #expect(page.matches(of: /<svg/).count == page.matches(of: /role="img"/).count)
    #expect(page.matches(of: /<svg/).count == page.matches(of: /<desc id=/).count)
    let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: /href="#([^"]+)"/) { #expect(ids.contains(String(link.output.1))) }
    #expect(!page.contains("<script") && !page.contains("src="))
    #expect(page.contains("prefers-color-scheme: dark") && page.contains("@media print"))
  }

  /// WCAG 2.2, 1.4.3: 4.5 to 1 for text, in both schemes; formula of the same standard.
  @Test func coloursAreFarEnoughApart() {
    func luminance(_ hex: String) -> Double {
      let parts = stride(from: 0, to: 6, by: 2).map { offset -> Double in
        let start = hex.index(hex.startIndex, offsetBy: offset)
        let part = Double(Int(hex[start..<hex.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let page = HTMLReport().render(composer().report)
    let schemes = page.matches(
      of: /--ink: #(\w{6}); --paper: #(\w{6}); --line: #(\w{6}); --link: #(\w{6})/)
    #expect(schemes.count == 2)
    for scheme in schemes {
      let paper = luminance(String(scheme.output.2))
      for ink in [scheme.output.1, scheme.output.3, scheme.output.4] {
        let other = luminance(String(ink))
        #expect((max(paper, other) + 0.05) / (min(paper, other) + 0.05) >= 4.5)
      }
    }
  }

  @Test func hidesSmallGroupsAndTheirFigures() throws {
    let composer = composer(south: 8)
    let groups = try #require(composer.report.tables.first { $0.id == "p-x-groups" })
    #expect(groups.columns.map(\.name) == ["group", "n"])
    #expect(composer.count("group/team/south") == .text("hidden"))
    let page = MarkdownReport().render(composer.report)
    #expect(page.contains("Nothing is shown here"))
    #expect(!page.contains("south has 8"))
    #expect(!page.contains("| stopped | 3 |"))
  }

  @Test func theTeamsReportSaysSo() {
    let page = MarkdownReport().render(composer(.team).report)
    #expect(page.contains("NOT FOR RELEASE"))
    #expect(page.contains("| in these results | 36 |"))
    let published = MarkdownReport().render(composer().report)
    #expect(published.contains("| in these results | 35 |"))
    let lowered = MarkdownReport().render(composer(.publish(floor: 6)).report)
    #expect(lowered.contains("THE FLOOR WAS CHANGED"))
  }

  /// A mean of 1 for yes, 2 for no and 3 for not sure would say nothing.
  @Test func aCountOfAnswersHasNoMeanOfTheirCodes() throws {
    let composer = composer { subject in
      subject.sample.submissions += (0..<4).flatMap { _ in subject.sample.submissions }
      subject.sample.instrument.constructs[0].rule = .init(.count(of: 1), atLeast: 1)
      subject.sample.instrument.constructs[0].uses = [.init("a"), .init("c")]
    }
    let items = try #require(composer.report.tables.first { $0.id == "items-x" })
    #expect(!items.columns.map(\.name).contains("mean"))
    #expect(items.notes.contains("The score counts \u{201C}point 1\u{201D}."))
    let pictures = composer.report.parts.flatMap(\.blocks).compactMap { block in
      if case .picture(let picture) = block { picture } else { nil }
    }
    #expect(pictures.first?.answers.last == "point 1")
  }

  /// The plan's group is called as readers know it, and what holds of all plans is said once.
  @Test func predictionsAreOfGroupsThatReadersKnow() {
    let page = MarkdownReport().render(composer().report)
    #expect(page.contains("- Predicted: \u{201C}north\u{201D} higher."))
    #expect(page.components(separatedBy: "are not frozen").count == 2)
    let frozen = composer { subject in
      subject.sample.standing = PlanStanding(
        frozenOn: "2026-01-02", begunOn: "2026-02-03", changed: ["p"])
    }
    let changed = MarkdownReport().render(frozen.report)
    #expect(changed.contains("- Changed after answers began: frozen on 2026-01-02"))
    #expect(!changed.contains("are not frozen"))
  }

  @Test func theSummaryIsOfTheSameNumbers() {
    let page = MarkdownReport().render(composer().summary)
    #expect(page.contains("About 35 people answered."))
    #expect(page.contains("For these we could not tell. That does not mean that the answer is no."))
  }
}
