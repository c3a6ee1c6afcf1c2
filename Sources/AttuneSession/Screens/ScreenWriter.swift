import AttuneInstrument

/// Writes the screen of a session: words, options, and what each of them means.
struct ScreenWriter {
  let session: Session
  let route: Route
  let inserts: Inserts

  init(_ session: Session) {
    self.session = session
    route = session.route
    inserts = Inserts(script: session.script, route: route)
  }

  var catalogue: Catalogue { session.script.setting.catalogue }
  var instrument: Instrument { session.script.setting.instrument }

  /// The screen of the latest interlude, or else of the step.
  func screen() -> Screen {
    var screen = session.interludes.last.map(interlude) ?? stepScreen()
    let always: [Word: Event] = [
      .pause: .opened(.pause), .stop: .opened(.stop), .support: .opened(.support),
      .help: .opened(.help), .why: .opened(.why), .again: .reread,
      .hide: .opened(.hidden),
    ]
    screen.words.merge(always) { own, _ in own }
    if session.outcome != nil { screen.words.merge([.pause: .reread, .stop: .leave]) { $1 } }
    if let codeNotice { screen.notice = codeNotice }
    return screen
  }

  /// On the first page after agreeing: the words that bring the person back, whatever happens.
  private var codeNotice: String? {
    guard session.interludes.isEmpty, session.hasAgreed, let code = session.setting.resumeCode,
      let last = session.script.statements.last,
      let here = route.steps.firstIndex(of: session.step), here > 0,
      route.steps[here - 1] == .statement(last.name)
    else { return nil }
    return catalogue[.resumeCodeFirst, ["code": code]]
  }

  func fill(_ text: InsertText) -> String { inserts.fill(text) }

  func option(_ key: String, _ phrase: Phrase, _ event: Event, also: [String] = [])
    -> Screen.Option
  {
    Screen.Option([key] + also, catalogue[phrase], event)
  }

  /// A page that is only read.
  func page(_ title: String?, _ paragraphs: [String], onEnter event: Event) -> Screen {
    var screen = Screen()
    screen.title = title
    screen.paragraphs = paragraphs
    screen.prompt = catalogue[.pressEnterToGoOn]
    screen.onEnter = event
    screen.words = [.skip: event]
    return screen
  }

  /// The stamp of a session that is not real.
  var practiceNotice: String? {
    switch session.setting.purpose {
    case .live: nil
    case .practice: catalogue[.practiceKeptApart]
    case .rehearsal: catalogue[.practiceNothingSaved]
    }
  }

  /// What is true of the answers so far.
  var safety: String {
    if !session.hasAgreed { return catalogue[.nothingSavedYet] }
    if session.setting.purpose == .rehearsal { return catalogue[.notSavedInPractice] }
    return catalogue[session.hasAnswersAside ? .safeButForSome : .safeSoFar]
  }

  /// The helplines, with those that are certainly for somewhere else left out.
  var supportLines: [String] {
    instrument.support.lines.compactMap { line in
      switch line {
      case .words(let text): return fill(text)
      case .contact(let text, let condition):
        let truth = condition?.truth(route.known) ?? .unknown
        return truth == .no ? nil : fill(text)
      }
    }
  }

  var supportTitle: String { instrument.support.title ?? catalogue[.supportTitle] }

  /// The questions gone through, or those of `names`, with what was answered, but for answers that
  /// are never kept.
  func entries(canChange: Bool, of names: Set<String>? = nil) -> [Screen.Entry] {
    let words = AnswerWords(catalogue)
    var entries: [Screen.Entry] = []
    for case .item(let name) in route.steps where session.passed.contains(.item(name)) {
      guard let item = session.script.item(named: name),
        session.script.keeping(ofItem: name) != .no, names?.contains(name) ?? true
      else { continue }
      let isSettled = session.settled.contains(name)
      let answer =
        isSettled
        ? catalogue[.alreadyApart] : session.replies.given[name].map { words.words($0, to: item) }
      entries.append(
        Screen.Entry(
          number: entries.count + 1, question: question(item),
          answer: answer ?? catalogue[.answerNotKept],
          event: canChange && !isSettled ? .wentToChange(item: name) : nil))
    }
    return entries
  }

  /// The words of an item for this person's role.
  func question(_ item: Item) -> String {
    item.wording(for: session.replies.role).map(fill) ?? item.name
  }
}

extension Session {
  /// What is to be shown now.
  public var screen: Screen { ScreenWriter(self).screen() }
}
