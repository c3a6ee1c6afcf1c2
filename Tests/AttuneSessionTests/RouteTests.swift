import AttuneInstrument
import AttuneSession
import Testing

@Suite struct RouteTests {
  /// A session at the first item, with the instrument changed beforehand.
  private func walk(
    _ change: (inout SessionSetting) -> Void,
    lines: () -> [String] = { ["", "1", "1", "", "1", "1", "1", ""] }
  ) -> Walk {
    var walk = Walk(change)
    for line in lines() { walk.type(line) }
    return walk
  }

  private func section(_ name: String, _ conditions: (inout Section) -> Void) -> Section {
    var item = Item(
      name: "q_\(name)", wordings: [.init(InsertText("A question"))],
      format: .text(severalLines: false))
    item.offered = []
    var section = Section(name: name, title: "Title of \(name)", items: [item])
    conditions(&section)
    return section
  }

  @Test(arguments: [("role", "person"), ("form", "full"), ("both_roles", "no"), ("site", "north")])
  func conditionsKnowWhatIsNoAnswer(subject: String, word: String) {
    let walk = walk { setting in
      setting.details = ["site": "north"]
      setting.instrument.sections = [
        section("other") { $0.showWhen = .comparison(subject: subject, .isNot(.word(word))) },
        section("shown") {
          $0.showWhen = .comparison(subject: subject, .isOneOf([.word(word)]))
        },
      ]
    } lines: {
      ["", "1", "", "1", "1", "1"]
    }
    #expect(walk.session.step == .item("q_shown"))
    #expect(walk.answers["q_other"] == .missing(.notShown))
  }

  @Test func sectionsForAnotherRoleOrNotTurnedOnAreNotShown() {
    let walk = walk { setting in
      setting.study?.turnedOn = ["wanted"]
      setting.instrument.sections = [
        section("worker_only") { $0.onlyFor = "worker" },
        section("unwanted") { $0.isAskedOnRequest = true },
        section("wanted") { $0.isAskedOnRequest = true },
      ]
    } lines: {
      ["", "1", "", "1", "1", "1"]
    }
    #expect(walk.session.step == .item("q_wanted"))
    #expect(walk.answers["q_worker_only"] == .missing(.notShown))
    #expect(walk.answers["q_unwanted"] == .missing(.notShown))
  }

  @Test func partsAreCountedAndCanBeLeftUncounted() {
    #expect(Walk.started.screen.heading == "Part 1 of 5: About you")
    var quiet = walk { $0.showsProgress = false }
    #expect(quiet.screen.heading == "About you")
    quiet.type("1", "3")
    #expect(quiet.screen.heading == "Being listened to")
  }

  @Test func aHiddenAnswerCountsAsMissingInLaterConditions() {
    let walk = walk { setting in
      setting.instrument.sections.append(
        section("later") { $0.showWhen = .comparison(subject: "heard", .isAnswered) })
    }
    var answered = walk
    answered.type("1", "3", "5")
    #expect(answered.answers["q_later"] == .missing(.notReached))
    answered.type("back", "back", "0")
    #expect(answered.answers["q_later"] == .missing(.notShown))
    #expect(answered.answers["heard"] == .missing(.notShown))
  }

  @Test func stemsNotesAndHelpStandWithTheQuestion() {
    var walk = walk { setting in
      var section = section("listed") { $0.stem = InsertText("Did they help with these?") }
      section.items[0].contentNote = InsertText("This may be painful.")
      section.items[0].help = InsertText("Any kind of help counts.")
      setting.instrument.sections = [section]
    } lines: {
      ["", "1", "", "1", "1", "1"]
    }
    #expect(walk.screen.paragraphs == ["Did they help with these?", "This may be painful."])
    walk.type("why", "2")
    #expect(walk.screen.paragraphs == ["Any kind of help counts."])
  }

  @Test func presetRoleAndFormAreNotAskedFor() {
    let walk = walk { setting in
      setting.role = "worker"
      setting.form = "short"
    } lines: {
      ["", "1", "", "1", "1", ""]
    }
    #expect(walk.session.step == .item("which_team"))
    #expect(walk.session.length == .form("short"))
  }
}
