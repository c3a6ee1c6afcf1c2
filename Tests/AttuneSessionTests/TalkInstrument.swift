import AttuneInstrument

/// A small instrument that has every kind of step, made by hand.
enum TalkInstrument {
  static let instrument = make()

  private static func make() -> Instrument {
    var instrument = Instrument(
      name: "talk", title: "Talking with people", version: "0.1.0", status: .draft,
      language: "en-GB", author: "The attune project", licence: "CC BY 4.0",
      consent: Consent(
        paragraphs: [Paragraph(InsertText("Taking part is your choice."))],
        statements: [
          .init(name: "taking_part", text: InsertText("I want to take part."), isNeeded: true),
          .init(
            name: "quotes", text: InsertText("You may use my words, without my name."),
            isNeeded: false),
        ]),
      support: Support(
        title: "Help now",
        lines: [
          .contact(InsertText("Samaritans, call 116 123"), when: nil),
          .contact(
            InsertText("Breathing Space, call 0800 83 85 87"),
            when: .comparison(subject: "nation", .isOneOf([.number(2)]))),
        ]))
    instrument.roles = [
      Role(name: "person", label: "I use services"), Role(name: "worker", label: "I work in one"),
    ]
    instrument.roleChoice = RoleChoice(
      question: InsertText("Which questions would you like?"), bothLabel: "Both are true",
      bothQuestion: InsertText("Which would you like to answer today?"))
    instrument.information = [
      Passage(
        title: "About this",
        paragraphs: [
          Paragraph(InsertText("{team} asks about {questions} questions, {minutes} minutes.")),
          Paragraph(InsertText("Your employer will not see this."), role: "worker"),
        ])
    ]
    instrument.debrief = [Passage(paragraphs: [Paragraph(InsertText("Thank you for sharing."))])]
    instrument.sections = [
      nation, anchor, about, listening, medication, hospital, words, burden,
    ]
    instrument.forms = [Form(name: "short", title: "Short form", items: ["which_team", "heard"])]
    return instrument
  }

  // MARK: Sections

  private static var nation: Section {
    var item = choose(
      "nation", "Where do you live?", [("england", "England"), ("scotland", "Scotland")])
    item.keeping = .no
    item.offered = [.preferNotToSay]
    var section = Section(name: "where", title: "Where you are", items: [item])
    section.place = .beforeInformation
    return section
  }

  private static var anchor: Section {
    var section = Section(name: "anchor", title: "Before we start")
    section.paragraphs = [Paragraph(InsertText("Please think of one service."))]
    return section
  }

  private static var about: Section {
    var team = choose(
      "which_team", "Which team do you see most?",
      [("north", "North team"), ("south", "South team"), ("other", "Another team")])
    team.writeIn = "other"
    var meetings = Item(
      name: "meetings", wordings: [.init(InsertText("How many times did you meet?"))],
      format: .number(NumberFormat(lowest: 0, highest: 90)))
    meetings.askAgain = .init(above: 40)
    meetings.offered = [.doesNotApply, .preferNotToSay]
    meetings.why = InsertText("We want to know how often people meet.")
    return Section(name: "about", title: "About you", items: [team, meetings])
  }

  private static var listening: Section {
    var heard = rate("heard", "My worker listens to me.")
    heard.wordings = [
      .init(InsertText("My worker listens to me."), role: "person"),
      .init(InsertText("I listen to this person."), role: "worker"),
    ]
    var rushed = rate("rushed", "I feel rushed.")
    rushed.showWhen = .comparison(subject: "heard", .isAtMost(3))
    var section = Section(name: "listening", title: "Being listened to", items: [heard, rushed])
    section.showWhen = .comparison(subject: "meetings", .isAtLeast(1))
    return section
  }

  private static var medication: Section {
    var section = Section(
      name: "medication", title: "Medication",
      items: [rate("med1", "Staff cared about more."), rate("med2", "Meetings were about it.")])
    section.contentNote = InsertText("These are about medication.")
    return section
  }

  private static var hospital: Section {
    var section = Section(
      name: "hospital", title: "Hospital", items: [rate("hosp1", "I would feel safe on a ward.")])
    section.askFirst = InsertText("The next question is about wards. Would you like to see it?")
    return section
  }

  private static var words: Section {
    let helps = Item(
      name: "helps", wordings: [.init(InsertText("What helps?"))],
      format: .chooseAny(
        [
          Choice(code: 1, name: "walks", label: "Walks"),
          Choice(code: 2, name: "music", label: "Music"),
          Choice(code: 3, name: "friends", label: "Friends"),
        ], atMost: 2))
    let since = Item(
      name: "since", wordings: [.init(InsertText("Since when?"))], format: .date(.month))
    var one = Item(
      name: "one_word", wordings: [.init(InsertText("In one word?"))],
      format: .text(severalLines: false))
    one.offered = [.preferNotToSay]
    let more = Item(
      name: "more", wordings: [.init(InsertText("After {which_team or a team}, what else?"))],
      format: .text(severalLines: true))
    var reach = Item(
      name: "reach", wordings: [.init(InsertText("How can we reach you?"))],
      format: .text(severalLines: false))
    reach.keeping = .apart
    return Section(name: "words", title: "In your words", items: [helps, since, one, more, reach])
  }

  private static var burden: Section {
    var section = Section(
      name: "burden", title: "Last question", items: [rate("effort", "This was easy.")])
    section.place = .afterReview
    return section
  }

  // MARK: Items

  private static func choose(
    _ name: String, _ text: String, _ choices: [(name: String, label: String)]
  ) -> Item {
    Item(
      name: name, wordings: [.init(InsertText(text))],
      format: .chooseOne(
        zip(1..., choices).map { Choice(code: $0, name: $1.name, label: $1.label) }))
  }

  private static func rate(_ name: String, _ text: String) -> Item {
    let labels = [
      "Disagree a lot", "Disagree a little", "In the middle", "Agree a little", "Agree a lot",
    ]
    var item = Item(
      name: name, wordings: [.init(InsertText(text))],
      format: .chooseOne(zip(1..., labels).map { Choice(code: $0, label: $1) }), scale: "agree5")
    item.offered = [.doesNotApply, .notSure, .preferNotToSay]
    return item
  }
}
