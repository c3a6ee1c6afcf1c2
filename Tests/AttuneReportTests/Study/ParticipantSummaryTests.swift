import AttuneInstrument
@testable import AttuneReport
import AttuneTestSupport
import Foundation
import Testing

@Suite struct ParticipantSummaryTests {
  private let high = [5, 5, 4, 5, 4, 5, 5, 4, 5, 4, 5, 4, 5, 5, 4]
  private let low = [1, 2, 1, 2, 3, 1, 2, 1, 2, 1, 1, 2, 1, 2, 1]

  private func summary(
    _ plan: Plan, north: [Int], south: [Int], view: ReleaseView = .publish,
    support: Support = Support()
  ) -> String {
    var sample = SampleStudy.sample([plan], north: north, south: south)
    sample.instrument.support = support
    sample.instrument.groups = [
      {
        var teams = Grouping(name: "teams", title: "Teams", source: .item("team"))
        teams.levels = [
          .init(name: "north", label: "People in the north"),
          .init(name: "south", label: "People in the south"),
        ]
        return teams
      }()
    ]
    return MarkdownReport().render(
      ReportComposer(
        ReportSubject(
          sample: sample, title: "A study", view: view, others: [], banners: [],
          version: "1",
          sourceHash: "00", command: "attune report")
      ).summary)
  }

  /// Whoever reads it may have lived what it is about.
  @Test func saysWhoCanBeTalkedTo() {
    let plan = SampleStudy.plan("p", .compare(scores: ["x"], by: "teams"))
    let support = Support(lines: [
      .words(InsertText("In danger, call 999.")),
      .contact(InsertText("A helpline, day or night"), when: nil),
      .words(InsertText("You can also talk to someone you trust. {local_line}")),
    ])
    let page = summary(plan, north: high, south: low, support: support)
    let first = page.components(separatedBy: "## What we asked").last ?? ""
    #expect(
      first.hasPrefix("\n\nSome of this may be hard to read. You can stop at any time. The last"))
    let last = page.components(separatedBy: "## ").last ?? ""
    #expect(last.hasPrefix("If you would like to talk to someone\n"))
    #expect(last.contains("In danger, call 999.\n\n- A helpline, day or night\n\nYou can also"))
    let none = summary(plan, north: high, south: low)
    #expect(none.contains("You can stop at any time.\n") && !none.contains("talk to someone"))
  }

  private static func averages(_ north: String, _ south: String) -> String {
    "\u{201C}People in the north\u{201D}: \(north). \u{201C}People in the south\u{201D}: \(south)."
  }

  @Test func saysWhichGroupIsHigherByItsNumbers() {
    let plan = SampleStudy.plan("p", .compare(scores: ["x"], by: "teams"))
    let page = summary(plan, north: high, south: low)
    #expect(page.contains(Self.averages("4.6", "1.5")))
    #expect(page.contains("There is a difference. We are fairly sure of it, and it is big enough"))
    let turned = summary(plan, north: low, south: high)
    #expect(turned.contains(Self.averages("1.5", "4.6")))
  }

  /// A share gives away how many gave an answer: it is shown where as many gave it, and did not, as
  /// may be shown at all.
  @Test func saysHowManyGaveAnAnswer() {
    let plan = SampleStudy.plan("p", .compare(scores: ["a"], by: "teams")) {
      $0.test = .fisher
      $0.counting = 5
    }
    let most = Array(repeating: 5, count: 30) + Array(repeating: 2, count: 10)
    let few = Array(repeating: 5, count: 10) + Array(repeating: 2, count: 30)
    let page = summary(plan, north: most, south: few)
    #expect(page.contains("Out of 100 people, so many said \u{201C}point 5\u{201D}."))
    #expect(
      page.contains(
        "\u{201C}People in the north\u{201D}: 80. \u{201C}People in the south\u{201D}: 30."))
    let rare = Array(repeating: 5, count: 3) + Array(repeating: 2, count: 37)
    let hidden = summary(plan, north: most, south: rare)
    #expect(!hidden.contains("so many said yes") && !hidden.contains("80."))
  }

  @Test func saysOnWhichSideOfAFixedValueAGroupLies() {
    let plan = SampleStudy.plan("p", .compare(scores: ["x"], by: "teams")) {
      $0.test = .oneSample(above: 3)
    }
    let page = summary(plan, north: high, south: low)
    #expect(page.contains("is 4.60. That is above 3."))
    #expect(page.contains("is 1.53. That is below 3."))
  }

  /// A planned question about going together is not answered "yes" by the opposite.
  @Test func saysWhenOneIsHighWhereTheOtherIsLow() {
    let plan = SampleStudy.plan("p", .correlate(score: "x", with: ["b"]))
    let page = summary(plan, north: high, south: low)
    #expect(page.contains("had a lower score for"))
    #expect(!page.contains("Yes"))
  }

  @Test func saysNothingOfGroupsTooSmallToShow() {
    let plan = SampleStudy.plan("p", .compare(scores: ["x"], by: "teams")) {
      $0.atLeastPerGroup = 5
    }
    let page = summary(plan, north: high, south: Array(low.prefix(6)))
    #expect(!page.contains("There is a difference"))
    #expect(
      page.contains(
        "For these too few people answered. We do not say, so that no one can be known."))
    let team = summary(plan, north: high, south: Array(low.prefix(6)), view: .team)
    #expect(team.contains("There is a difference"))
  }

  @Test func doesNotTakeWhatCouldNotBeToldForANo() {
    let plan = SampleStudy.plan("p", .compare(scores: ["x"], by: "teams"))
    let page = summary(plan, north: high, south: high.reversed())
    #expect(page.contains("For these we could not tell. That does not mean that the answer is no."))
  }

  @Test func isReadAtTheAgeOfNineToEleven() {
    let plans = SampleStudy.plan("p", .compare(scores: ["x"], by: "teams"))
    for south in [low, high, Array(low.prefix(6))] {
      #expect(ReadingGrade(of: summary(plans, north: high, south: south)).value <= 6)
    }
  }
}
