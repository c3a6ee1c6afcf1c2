import AttuneInstrument

extension ScreenWriter {
  /// The screen of the step that the session is at.
  func stepScreen() -> Screen {
    var screen =
      switch session.step {
      case .welcome: welcome()
      case .role: role()
      case .roleForToday: roleForToday()
      case .information: information()
      case .statement(let name): statement(named: name)
      case .length: length()
      case .gate(let section): gate(section)
      case .contentNote(let section): contentNote(section)
      case .page(let section): text(of: section)
      case .item(let name): question(named: name)
      case .checkIn(let section): checkIn(section)
      case .review: review()
      case .debrief: debrief()
      case .copy: copy()
      case .farewell: farewell()
      }
    if let earlier = session.previousStep(on: route) {
      screen.words[.back] = .wentBack(to: earlier)
    }
    return screen
  }

  // MARK: Before the questions

  private func welcome() -> Screen {
    var screen = page(
      instrument.title,
      [catalogue[.welcome], catalogue[.howToAnswer], catalogue[.wordsThatWork], wordList],
      onEnter: .wentOn(from: .welcome))
    screen.notice = practiceNotice
    if session.setting.isHelpGiven { screen.paragraphs.insert(catalogue[.helpGiven], at: 0) }
    return screen
  }

  /// The words that always work, one a line.
  var wordList: String {
    let phrases: [Phrase] = [
      .wordSkip, .wordBack, .wordPause, .wordStop, .wordWhy, .wordSupport, .wordAgain, .wordHelp,
      .wordHide,
    ]
    return phrases.map { catalogue[$0] }.joined(separator: "\n")
  }

  private func role() -> Screen {
    var screen = Screen()
    let choice = instrument.roleChoice
    screen.prompt = choice.map { fill($0.question) } ?? catalogue[.roleQuestion]
    screen.options = roles()
    if let both = choice?.bothLabel {
      screen.options.append(
        Screen.Option(["\(screen.options.count + 1)"], both, .choseBothRoles))
    }
    return screen
  }

  private func roleForToday() -> Screen {
    var screen = Screen()
    screen.prompt =
      instrument.roleChoice?.bothQuestion.map(fill) ?? catalogue[.roleForTodayQuestion]
    screen.options = roles()
    return screen
  }

  private func roles() -> [Screen.Option] {
    zip(1..., instrument.roles).map { number, role in
      Screen.Option(["\(number)"], role.label, .choseRole(role.name))
    }
  }

  private func information() -> Screen {
    page(
      catalogue[.information], paragraphs(of: instrument.information),
      onEnter: .wentOn(from: .information))
  }

  func paragraphs(of passages: [Passage]) -> [String] {
    passages.filter(route.isMeant).flatMap { passage in
      [passage.title].compactMap { $0 } + paragraphs(passage.paragraphs)
    }
  }

  private func paragraphs(_ paragraphs: [Paragraph]) -> [String] {
    paragraphs.filter(route.isMeant).map { fill($0.text) }
  }

  private func statement(named name: String) -> Screen {
    var screen = Screen()
    guard let statement = session.script.statements.first(where: { $0.name == name }) else {
      return screen
    }
    if statement == session.script.statements.first {
      screen.title = instrument.consent.title ?? catalogue[.taking]
      screen.paragraphs = paragraphs(instrument.consent.paragraphs)
    }
    let text = fill(statement.text)
    let agree = Event.replied(statement: name, agrees: true)
    let earlier = Event.wentBack(to: route.steps.contains(.information) ? .information : .welcome)
    if statement.isNeeded {
      screen.prompt = catalogue[.doYouAgree]
      screen.options = [
        Screen.Option(["1"], text, agree), option("2", .notToday, .declined),
        option("3", .readAgain, earlier), option("4", .haveQuestion, .opened(.contact)),
      ]
    } else {
      let disagree = Event.replied(statement: name, agrees: false)
      screen.prompt = text
      screen.options = [
        option("1", .yes, agree, also: ["y"]), option("2", .no, disagree, also: ["n"]),
        option("3", .readAgain, earlier), option("4", .haveQuestion, .opened(.contact)),
      ]
      screen.words[.skip] = disagree
    }
    return screen
  }

  func length() -> Screen {
    var screen = Screen()
    screen.title = catalogue[.lengthTitle]
    screen.prompt = catalogue[.lengthQuestion]
    let full = QuestionCount(session.script, route)
    var labels = [(lengthLabel(.lengthFull, full), Length.full)]
    labels += instrument.forms.map { form in
      let count = QuestionCount(session.script, route, on: form)
      return (lengthLabel(.lengthForm, count, title: form.title), .form(form.name))
    }
    labels.append((catalogue[.lengthPartByPart], .partByPart))
    screen.options = zip(1..., labels).map { number, choice in
      Screen.Option(["\(number)"], choice.0, .choseLength(choice.1))
    }
    return screen
  }

  private func lengthLabel(_ phrase: Phrase, _ count: QuestionCount, title: String = "") -> String {
    let time =
      count.minutes == 1
      ? catalogue[.oneMinute] : catalogue[.severalMinutes, ["minutes": "\(count.minutes)"]]
    return catalogue[phrase, ["title": title, "questions": "\(count.questions)", "time": time]]
  }
}
