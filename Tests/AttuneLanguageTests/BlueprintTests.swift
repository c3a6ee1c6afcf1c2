import AttuneInstrument
import Testing

/// Every delivered instrument against the blueprint.
@Suite struct BlueprintTests {
  private let blueprint: Blueprint

  init() throws { blueprint = try Blueprint.read() }

  @Test func holdsTheItemsOfAllFive() {
    #expect(blueprint.instruments.map(\.id).sorted() == Instrument.delivered.sorted())
    #expect(blueprint.instruments.flatMap(\.items).count == 238)
    #expect(blueprint.instruments.flatMap(\.subscales).count == 51)
  }

  @Test(arguments: Instrument.delivered) func hasEveryItemWordForWord(_ name: String) throws {
    let instrument = try Instrument.delivered(name)
    let planned = try blueprint.instrument(name)
    #expect(instrument.title == planned.title)
    #expect(instrument.status == .draft)
    for item in planned.items {
      let written = try #require(instrument.item(named: item.code), "\(item.code)")
      #expect(written.wording(for: "person")?.source == item.person)
      #expect(written.wording(for: "worker")?.source == item.worker ?? item.person)
      #expect(written.wordings.count == (item.isSame ? 1 : 2))
    }
  }

  @Test(arguments: Instrument.delivered) func asksEveryItemOnItsScale(_ name: String) throws {
    let instrument = try Instrument.delivered(name)
    let planned = try blueprint.instrument(name)
    let points = try #require(blueprint.scales[planned.scale])
    let reasons: [MissingReason] =
      planned.roles.count == 1
      ? [.doesNotApply, .preferNotToSay] : [.doesNotApply, .notSure, .preferNotToSay]
    for item in planned.items {
      let written = try #require(instrument.item(named: item.code))
      #expect(written.scale == planned.scale)
      #expect(written.format.choices.map(\.code) == points.map(\.value))
      #expect(written.format.choices.map(\.label) == points.map(\.label))
      #expect(written.offered == reasons)
    }
  }

  @Test(arguments: Instrument.delivered) func scoresEverySubscaleByItsKey(_ name: String) throws {
    let instrument = try Instrument.delivered(name)
    let planned = try blueprint.instrument(name)
    for subscale in planned.subscales {
      let construct = try #require(instrument.construct(named: subscale.id), "\(subscale.id)")
      #expect(construct.title == subscale.name)
      #expect(construct.higherMeans == subscale.higher_means)
      #expect(construct.sources == [subscale.rooted_in])
      #expect(construct.rule == ScoreRule(.mean, atLeast: subscale.min_answered))
      #expect(
        construct.uses
          == subscale.items.map { Construct.Use($0.code, isReversed: $0.key == -1) })
      if planned.roles.count > 1 {
        #expect(
          construct.acrossRoles == (subscale.items.allSatisfy(\.isSame) ? .identical : .parallel))
      }
    }
  }

  @Test(arguments: Instrument.delivered) func asksItsPartsInTheOrderPlanned(
    _ name: String
  ) throws {
    let instrument = try Instrument.delivered(name)
    let planned = try blueprint.instrument(name)
    let order = try #require(blueprint.display_order[name])
    for subscale in planned.subscales {
      let section = try #require(instrument.sections.first { $0.name == "part_\(subscale.id)" })
      #expect(section.items.map(\.name) == subscale.items.map(\.code))
      #expect(section.title == subscale.name)
      let isNoted = subscale.content_note != nil
      #expect((section.contentNote != nil || section.askFirst != nil) == isNoted)
      if isNoted { #expect(section.checkIn == true) }
    }
    let parts = instrument.sections.map(\.name).filter { $0.hasPrefix("part_") }
    let subscales = Set(planned.subscales.map { "part_\($0.id)" })
    #expect(
      parts.filter(subscales.contains)
        == order.map { "part_\($0.filter { $0 != "?" })" }.filter(subscales.contains))
  }

  @Test(arguments: Instrument.delivered) func putsTheMarkedItemsOnTheShortForm(
    _ name: String
  ) throws {
    let instrument = try Instrument.delivered(name)
    let planned = try blueprint.instrument(name)
    let all = Set(planned.items.map(\.code))
    let short = try #require(instrument.forms.first { $0.name == "short" })
    #expect(
      Set(short.items).intersection(all) == Set(planned.items.filter(\.short).map(\.code)))
    #expect(short.scoring == .rule(ScoreRule(.mean)))
    let quick = try #require(instrument.forms.first { $0.name == "quick" })
    for subscale in planned.subscales {
      let marked = Set(subscale.items.filter(\.short).map(\.code))
      #expect(marked.intersection(quick.items).count == 1)
    }
    #expect(Set(quick.items).intersection(all).count == planned.subscales.count)
    #expect(quick.scoring == .none)
  }

  @Test(arguments: Instrument.delivered) func makesEveryComposite(_ name: String) throws {
    let instrument = try Instrument.delivered(name)
    for composite in blueprint.composites where composite.id.hasPrefix("\(name).") {
      let id = composite.id.dropFirst(name.count + 1).lowercased()
      let construct = try #require(instrument.construct(named: id), "\(composite.id)")
      #expect(construct.isComposite)
      #expect(construct.uses.map(\.name) == composite.of)
      #expect((construct.rule.minimum ?? construct.uses.count) == composite.min)
      #expect(construct.rule.combination == .mean)
      #expect(construct.higherMeans != nil)
    }
  }

  @Test(arguments: Instrument.delivered) func asksEveryChecklist(_ name: String) throws {
    let instrument = try Instrument.delivered(name)
    for (id, checklist) in blueprint.checklists where id.hasPrefix("\(name).") {
      for thing in checklist.things {
        let item = try #require(instrument.item(named: thing.code))
        #expect(item.wordings.map(\.text.source) == [thing.label])
        #expect(item.format.choices.map(\.code) == checklist.answers.map(\.value))
        #expect(item.format.choices.map(\.label) == checklist.answers.map(\.label))
        let section = instrument.sections.first { $0.items.contains(item) }
        #expect(section?.stem?.source == checklist.question)
      }
    }
  }

  @Test(arguments: Instrument.delivered) func neverKeepsWhereSomebodyLives(_ name: String) throws {
    let instrument = try Instrument.delivered(name)
    #expect(instrument.item(named: "nation")?.keeping == .no)
    #expect(instrument.sections.first?.place == .beforeInformation)
    #expect(instrument.item(named: "bg_age")?.isAskedOnRequest == true)
    #expect(instrument.sections.last?.place == .afterReview)
    #expect(instrument.sections.last?.items.map(\.name) == ["burden"])
  }

  @Test(arguments: Instrument.delivered) func saysWhereEveryPredictionComesFrom(
    _ name: String
  ) throws {
    let instrument = try Instrument.delivered(name)
    #expect(instrument.analysis.correction == .holm)
    #expect(instrument.analysis.smallestDifference == SmallestDifference(0.4, .points))
    for plan in instrument.plans {
      if case .reliability = plan.question { continue }
      #expect(plan.family != nil, "\(plan.name)")
      #expect(plan.basis != nil, "\(plan.name)")
      if plan.expectation != nil { #expect(plan.because != nil, "\(plan.name)") }
    }
  }
}
