import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation
import Testing

/// `instruments/keep.instrument` against the blueprint that the item writers made.
@Suite struct KeepTests {
  private struct Blueprint: Decodable {
    struct Instrument: Decodable {
      let id: String
      let subscales: [Subscale]
    }

    struct Subscale: Decodable {
      let id: String
      let name: String
      let higher_means: String
      let min_answered: Int
      let items: [Item]
    }

    struct Item: Decodable {
      let code: String
      let person: String
      let key: Int
      let short: Bool
    }

    let instruments: [Instrument]
  }

  private let keep: Instrument
  private let subscales: [Blueprint.Subscale]

  init() throws {
    let compilation = Compilation(of: try Repository.text("instruments/keep.instrument"))
    #expect(compilation.findings == [])
    #expect(compilation.advice == [])
    keep = try #require(compilation.instrument)
    let golden = Repository.root.appending(path: "Tests/Golden/instruments_items.json")
    let blueprint = try JSONDecoder().decode(Blueprint.self, from: Data(contentsOf: golden))
    subscales = try #require(blueprint.instruments.first { $0.id == "keep" }).subscales
  }

  @Test func hasEveryItemWordForWord() {
    #expect(subscales.flatMap(\.items).count == 41)
    for item in subscales.flatMap(\.items) {
      #expect(keep.item(named: item.code)?.wording(for: nil)?.source == item.person)
    }
  }

  @Test func scoresEverySubscaleByItsKey() throws {
    for subscale in subscales {
      let construct = try #require(keep.construct(named: subscale.id))
      #expect(construct.title == subscale.name)
      #expect(construct.higherMeans == subscale.higher_means)
      #expect(construct.rule == ScoreRule(.mean, atLeast: subscale.min_answered))
      #expect(
        construct.uses
          == subscale.items.map { Construct.Use($0.code, isReversed: $0.key == -1) })
    }
  }

  @Test func putsTheMarkedItemsOnTheShortForm() throws {
    let marked = Set(subscales.flatMap(\.items).filter(\.short).map(\.code))
    let all = Set(subscales.flatMap(\.items).map(\.code))
    let short = try #require(keep.forms.first { $0.name == "short" })
    #expect(Set(short.items).intersection(all) == marked)
    let quick = try #require(keep.forms.first { $0.name == "quick" })
    let parts = subscales.map { Set($0.items.filter(\.short).map(\.code)) }
    #expect(parts.allSatisfy { $0.intersection(quick.items).count == 1 })
    #expect(quick.scoring == .none)
  }

  @Test func asksEveryItemOnFivePoints() {
    for item in subscales.flatMap(\.items) {
      #expect(keep.item(named: item.code)?.scale == "agree5")
      #expect(keep.item(named: item.code)?.declaredRange == 1...5)
      #expect(keep.item(named: item.code)?.offered == [.doesNotApply, .preferNotToSay])
    }
  }

  @Test func neverKeepsWhereSomebodyLives() {
    #expect(keep.item(named: "nation")?.keeping == .no)
    #expect(keep.sections.first?.place == .beforeInformation)
  }

  @Test func scoresTheAreasWhereHelpWasWanted() {
    let met = keep.construct(named: "met")
    #expect(met?.counts == [1: 0, 2: 50, 3: 100])
    #expect(met?.uses.map(\.name) == (1...9).map { "area\($0)" })
  }

  @Test func showsHelplinesOfTheNation() {
    let scotland = keep.support.lines.filter { line in
      guard case .contact(_, let when?) = line else { return true }
      return when.truth { _ in .answer(.value(.choice(2))) } != .no
    }
    #expect(keep.support.lines.count == 7)
    #expect(scotland.count == 6)
  }

  @Test func plansWhatTheBlueprintPlans() {
    #expect(
      keep.plans.filter { $0.family == .primary }.map(\.question)
        == ["rel", "prio", "med", "prac"].map { .compare(scores: [$0], by: "contact") })
    #expect(keep.analysis.correction == .holm)
    #expect(keep.analysis.smallestDifference == SmallestDifference(0.4, .points))
  }
}
