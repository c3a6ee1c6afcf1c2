@testable import AttuneReport
import AttuneInstrument
import AttuneTables
import Testing

@Suite struct ReleasedFiguresTests {
  /// Of 33 people 30 are in a group: the figures of all would give those of the other three.
  @Test func refusesWhatGivesTheOthersAway() {
    var figures = ReleasedFigures(floor: 10)
    var asked: [Bool] = []
    for (score, sets) in [
      ("x", [0..<18, 18..<30]), ("x", [0..<33]), ("x", [0..<20]),
      // Those of two groups together are known, and so is what is left of 45 without them.
      ("x", [0..<45]), ("x", [26..<45]),
      // Another score is another matter, and the same people tell nothing new.
      ("y", [0..<33]), ("x", [0..<45]), ("z", [0..<9]),
    ] {
      asked.append(figures.release(score, of: sets.map { Set($0) }))
    }
    #expect(asked == [true, false, false, true, false, true, true, false])
  }

  /// Tries every sum and difference of three of the sets released, for random groupings.
  @Test func noDifferenceIsOfFewPeople() {
    var state: UInt64 = 2026
    func draw(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var (released, refused) = (0, 0)
    for _ in 0..<200 {
      let size = 25 + draw(40)
      var figures = ReleasedFigures(floor: 10)
      var sets: [Set<Int>] = []
      for _ in 0..<4 {
        let levels = 1 + draw(3)
        let rare = draw(2) == 0 ? 12 : 2
        let level = (0..<size).map { _ in draw(rare) == 0 ? levels : draw(levels) }
        let groups = (0..<levels).map { wanted in Set((0..<size).filter { level[$0] == wanted }) }
        guard !groups.contains(where: \.isEmpty), figures.release("x", of: groups) else {
          refused += 1
          continue
        }
        sets += groups
      }
      released += sets.count
      for a in sets {
        for b in sets where b != a {
          let difference = a.symmetricDifference(b)
          #expect(difference.count >= 10)
          for c in sets where a.isSuperset(of: b.union(c)) && b.isDisjoint(with: c) {
            let rest = a.subtracting(b).subtracting(c)
            #expect(rest.isEmpty || rest.count >= 10)
          }
        }
      }
    }
    #expect(released > 200 && refused > 100)
  }

  /// Three people are of no known team.
  ///
  /// With a mean for each team and one for all, theirs would be
  /// the difference; what is said of all is said of those who are in a team.
  @Test func theReportCannotBeDifferenced() throws {
    let answers = [5, 4, 5, 4, 3, 5, 4, 5, 4, 5, 3, 4, 2, 1, 3, 2, 5, 4]
    func report(unknown: Int) throws -> (
      all: Cell, people: Cell, groups: [Cell], text: String
    ) {
      let plan = SampleStudy.plan("p", .compare(scores: ["x"], by: "team"))
      var sample = SampleStudy.sample([plan], north: answers, south: answers.reversed())
      sample.submissions += (0..<unknown).map { _ in
        Submission(answers: [
          "a": .value(.choice(1)), "b": .value(.choice(5)), "c": .value(.choice(1)),
        ])
      }
      let report = ReportComposer(
        ReportSubject(
          sample: sample, title: "A study", view: .publish, others: nil, banners: [], version: "1",
          sourceHash: "00", command: "attune report")
      ).report
      let scores = try #require(report.tables.first { $0.id == "scores" })
      let groups = try #require(
        report.tables.first { $0.id.hasPrefix("p-") && $0.id.hasSuffix("-groups") })
      return (
        scores.rows[0][3], scores.rows[0][2], groups.rows.map { $0[2] },
        MarkdownReport().render(report)
      )
    }
    func isShown(_ cell: Cell) -> Bool { if case .real = cell.content { true } else { false } }
    let few = try report(unknown: 3)
    #expect(isShown(few.all) && few.groups.allSatisfy(isShown))
    let everybody = try report(unknown: 0)
    #expect(few.all == everybody.all && few.people == everybody.people)
    let words = "x: of the people who are in a group of team."
    #expect(few.text.contains(words) && !everybody.text.contains(words))
    for unknown in [0, 12] {
      let found = try report(unknown: unknown)
      #expect(isShown(found.all) && found.groups.allSatisfy(isShown))
      #expect((found.all == everybody.all) == (unknown == 0))
    }
    #expect(few.text.contains("With about 20 and 20 people"))
  }
}
