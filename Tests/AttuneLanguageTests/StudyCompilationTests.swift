import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import AttuneTestSupport
import Testing

@Suite struct StudyCompilationTests {
  private func compile(_ content: String) -> StudyCompilation {
    StudyCompilation(of: SourceText(name: "s.study", content: content))
  }

  private func check(_ marked: String, _ code: String) {
    let marked = MarkedText(marked)
    let findings = compile(marked.text).findings
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.range.lower == marked.offsets["1️⃣"])
  }

  @Test func readsEveryDetail() throws {
    let compilation = compile(
      """
      study leeds: Keeping in touch in Leeds
        instrument: keep.instrument
        team: The Leeds group
        contact: 0113 000 0000
        complaints: The council
        purpose: services listen better
        kept where: on one laptop
        who sees: two researchers
        local line: Leeds line 0113 000 0001
        withdraw until: 2027-02-28
        keep until: 2032-02-29
        helplines checked on: 2026-11-01
        set aside for: 21 days
        smallest group shown: 12
        turn on: bg_age, background
        occasions: first, retest
        term cen: complex emotional needs
        public key: age1xyz
      group site: Site
        north = North
        south = South
      """)
    #expect(compilation.findings == [])
    let study = try #require(compilation.study)
    #expect(study.name == "leeds")
    #expect(study.title == "Keeping in touch in Leeds")
    #expect(study.instrument == "keep.instrument")
    #expect(study.keepUntil == "2032-02-29")
    #expect(study.setAsideDays == 21)
    #expect(study.smallestGroupShown == 12)
    #expect(study.turnedOn == ["bg_age", "background"])
    #expect(study.occasions == ["first", "retest"])
    #expect(study.terms == ["cen": "complex emotional needs"])
    #expect(study.groups.map(\.name) == ["site"])
    #expect(study.groups.first?.levels.map(\.name) == ["north", "south"])
    #expect(study.publicKey == "age1xyz")
  }

  @Test func leavesBlankDetailsBlank() throws {
    let study = try #require(
      compile("study s: S\n  instrument: keep.instrument\n  team:\n  withdraw until:\n").study)
    #expect(study.team == nil)
    #expect(study.withdrawUntil == nil)
    #expect(study.smallestGroupShown == 10)
  }

  @Test(arguments: ["2027-02-29", "2027-13-01", "27-01-01", "tomorrow", "2027-1-1", "1 May 2027"])
  func wantsDaysThatThereAre(_ day: String) {
    check("study s: S\n  instrument: k.instrument\n  keep until: 1️⃣\(day)\n", "A351")
  }

  @Test func wantsGroupsOfFive() {
    check("study s: S\n  instrument: k.instrument\n  smallest group shown: 1️⃣4\n", "A352")
  }

  @Test func wantsAnswersKeptWhilePeopleMayWithdraw() {
    check(
      "study s: S\n  instrument: k\n  withdraw until: 2027-01-02\n  keep until: 1️⃣2027-01-01\n",
      "A353")
  }

  @Test func wantsAnInstrument() { check("study 1️⃣s: S\n", "A350") }

  @Test func wantsOneStudy() { check("study s: S\n  instrument: k\n1️⃣study t: T\n", "A354") }

  @Test func wantsLevelsSetByTheFacilitator() {
    let study = "study s: S\n  instrument: k\n"
    check(study + "group 1️⃣site: Site\n", "A355")
    check(study + "group site: Site\n  set by: 1️⃣role\n  a = A\n", "A356")
    check(study + "group site: Site\n  a = A\ngroup 1️⃣site: Site\n  b = B\n", "A357")
  }

  @Test func wantsToKnowWhatTheFileIs() { check("1️⃣instrument keep: Keep\n", "A110") }
}
