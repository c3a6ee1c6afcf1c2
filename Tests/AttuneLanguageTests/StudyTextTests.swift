import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Testing

@Suite struct StudyTextTests {
  @Test func compilesToTheSameStudy() throws {
    var study = StudyDescription(name: "s", title: "S", instrument: "keep.instrument")
    study.team = "The team"
    study.keepUntil = "2030-01-01"
    study.turnedOn = ["bg_age"]
    study.terms = ["cen": "complex emotional needs"]
    study.groups = [
      Grouping(
        name: "site", title: "Site", source: .facilitator,
        levels: [Grouping.Level(name: "north", label: "North")])
    ]
    let compilation = StudyCompilation(
      of: SourceText(name: "s.study", content: studyText(for: study)))
    #expect(compilation.findings == [])
    #expect(compilation.study == study)
  }

  @Test func explainsEveryDetailOfAFreshStudy() {
    let fresh = StudyDescription(name: "s", title: "S", instrument: "keep.instrument")
    let lines = studyText(for: fresh).split(separator: "\n", omittingEmptySubsequences: false)
    let details = lines.indices.filter { lines[$0].hasSuffix(":") }
    #expect(details.count == 12)
    #expect(details.allSatisfy { lines[$0 - 1].hasPrefix("  # ") })
    let compilation = StudyCompilation(
      of: SourceText(name: "s.study", content: studyText(for: fresh)))
    #expect(compilation.study == fresh)
    let source = SourceText(name: "s.study", content: studyText(for: fresh))
    #expect(Formatting(of: source).text == source.content)
  }
}
