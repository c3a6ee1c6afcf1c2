import AttuneInstrument
@testable import AttuneReport
import AttuneTables
import Testing

@Suite struct DescriptionPartTests {
  private let answers = [5, 4, 5, 4, 3, 5, 4, 5, 4, 5, 3, 4, 2, 1, 3, 2, 5, 4, 4, 5, 3, 2]

  private func composer(
    _ plan: Plan, south: Int = 22, view: ReleaseView = .publish, answers: [Int]? = nil
  ) -> ReportComposer {
    let answers = answers ?? self.answers
    return ReportComposer(
      ReportSubject(
        sample: SampleStudy.sample([plan], north: answers, south: Array(answers.prefix(south))),
        title: "A study", view: view, others: [], banners: [], version: "1", sourceHash: "00",
        command: "attune report"))
  }

  private func table(_ id: String, _ composer: ReportComposer) throws -> Table {
    try #require(composer.report.tables.first { $0.id == id })
  }

  private func number(_ cell: Cell) -> Double? {
    if case .real(let number) = cell.content { number } else { nil }
  }

  private func isWithheld(_ cell: Cell) -> Bool {
    if case .unavailable = cell.content { true } else { false }
  }

  @Test func givesTheMeansOfEachGroup() throws {
    let plan = SampleStudy.plan("d", .describe(scores: ["x"], by: "team"), nil)
    let table = try table("d-means", composer(plan))
    #expect(table.rows.count == 2)
    let mean = Double(answers.reduce(0, +)) / Double(answers.count)
    // Rounded, so that it does not tell of how many people it is.
    #expect(table.rows.allSatisfy { number($0[3]) == (mean * 10).rounded() / 10 })
    // 22 people, rounded to 5.
    #expect(table.rows.map { $0[2] } == [.count(20), .count(20)])
  }

  @Test func withholdsEveryGroupWhereOneIsSmall() throws {
    let plan = SampleStudy.plan("d", .describe(scores: ["x"], by: "team"), nil)
    let table = try table("d-means", composer(plan, south: 7))
    #expect(table.rows.allSatisfy { isWithheld($0[3]) && isWithheld($0[4]) })
    #expect(table.rows[1][2] == .text("hidden"))
  }

  @Test func worksSharesOutFromWhatIsShown() throws {
    let plan = SampleStudy.plan("d", .describe(scores: ["a"], by: "team"), nil) { $0.counting = 4 }
    // 4 was given by 8 of 22 in each group, 3 by 7, 5 by 7.
    let even = (0..<22).map { [4, 3, 5][$0 % 3] }
    let team = try table("d-shares", composer(plan, view: .team, answers: even))
    #expect(team.rows.map { $0[3] } == [.count(8), .count(8)])
    #expect(team.rows.map { $0[4] } == [.text("36\u{A0}%"), .text("36\u{A0}%")])
    // Fewer than 10 gave it: hidden, and the share with it.
    let published = try table("d-shares", composer(plan, answers: even))
    #expect(published.rows.allSatisfy { $0[3] == .text("hidden") && isWithheld($0[4]) })
  }

  @Test func ordersMeansOnlyWhereAllMayBeSeen() throws {
    let plan = SampleStudy.plan("d", .rank(scores: ["x", "c"], by: "team"), nil)
    let shown = try table("d-order", composer(plan))
    #expect(shown.rows.allSatisfy { number($0[3]) != nil })
    let withheld = try table("d-order", composer(plan, south: 7))
    #expect(withheld.rows.allSatisfy { isWithheld($0[3]) && isWithheld($0[4]) })
    #expect(withheld.notes.count == 1)
  }

  @Test func givesReliabilityOfEachGroupOfEnoughPeople() throws {
    let plan = SampleStudy.plan("d", .reliability(scores: [], by: "team"), nil)
    let table = try table("d-reliability", composer(plan, south: 15))
    #expect(number(table.rows[0][3]) != nil)
    #expect(isWithheld(table.rows[1][3]))
  }

  /// Every count of the descriptions is held against all others of the report.
  @Test func linksWhatItPrints() {
    let plan = SampleStudy.plan("d", .describe(scores: ["x"], by: "team"), nil)
    let composer = composer(plan, south: 7)
    let sums = composer.counts.linked.sums.map { sum in
      sum.parts.reduce(0) { $0 + composer.counts.linked.counts[$1] }
        == composer.counts.linked.counts[sum.total]
    }
    #expect(sums.allSatisfy { $0 })
    #expect(composer.counts.linked.has("described/team/south/x"))
  }

  /// A count that a test and a description both print is hidden in both or in neither, however small a
  /// group is.
  @Test func hidesOneCountUnderBothItsNames() {
    let plans = [
      SampleStudy.plan("d", .describe(scores: ["x"], by: "team"), nil),
      SampleStudy.plan("p", .compare(scores: ["x"], by: "team")),
    ]
    for south in 1...22 {
      let composer = ReportComposer(
        ReportSubject(
          sample: SampleStudy.sample(plans, north: answers, south: Array(answers.prefix(south))),
          title: "A study", view: .publish, others: [], banners: [], version: "1",
          sourceHash: "00", command: "attune report"))
      #expect(!composer.report.parts.isEmpty && !composer.summary.parts.isEmpty)
      for team in ["north", "south"] {
        #expect(
          composer.counts["described/team/\(team)/x"]
            == composer.counts["test/p/x by team/\(team)"])
      }
    }
  }
}
