import AttuneInstrument

extension ScreenWriter {
  func interlude(_ interlude: Interlude) -> Screen {
    switch interlude {
    case .help: back(catalogue[.helpTitle], [catalogue[.howToAnswer], wordList])
    case .support: back(supportTitle, supportLines)
    case .why: why()
    case .contact: back(catalogue[.haveQuestion], [contact])
    case .pause: pause()
    case .comingBack: comingBack()
    case .stop: stop(showingAnswers: false)
    case .stopAndLook: stop(showingAnswers: true)
    case .length: midwayLength()
    case .skip: skip()
    case .word(let word, let typed): ask(about: word, asTyped: typed)
    case .askAgain(let number): askAgain(number)
    case .ownWords(let code): ownWords(code)
    case .welcomeBack: welcomeBack()
    case .hidden: hidden()
    }
  }

  /// A page that is read, then closed.
  private func back(_ title: String, _ paragraphs: [String]) -> Screen {
    var screen = page(title, paragraphs, onEnter: .closed)
    screen.prompt = catalogue[.pressEnterToReturn]
    screen.words[.back] = .closed
    return screen
  }

  private func why() -> Screen {
    let texts = [session.item?.help, session.item?.why].compactMap { $0.map(fill) }
    return back(catalogue[.whyTitle], texts.isEmpty ? [catalogue[.noWhy]] : texts)
  }

  private var contact: String {
    guard let contact = session.setting.study?.contact else { return catalogue[.askWhoever] }
    return catalogue[.askContact, ["contact": contact]]
  }

  // MARK: Pausing and stopping

  private func pause() -> Screen {
    var screen = Screen()
    screen.title = catalogue[.pauseTitle]
    screen.paragraphs = [catalogue[.pause], safety]
    screen.prompt = catalogue[.howToGoOn]
    screen.options = [option("c", .carryOn, .closed)]
    if session.hasAgreed, session.setting.resumeCode != nil {
      let event = session.hasAnswersAside ? Event.opened(.comingBack) : .choseToComeBack
      screen.options.append(option("k", .comeBack, event))
    }
    if session.hasAgreed, route.steps.contains(.length) {
      screen.options.append(option("f", .changeLength, .opened(.length)))
    }
    screen.options += [
      option("x", .stopNow, .opened(.stop)), option("h", .helplines, .opened(.support)),
    ]
    screen.onEnter = .closed
    screen.words = [.skip: .closed, .back: .closed]
    return screen
  }

  /// Before a break: what cannot wait with the person's place, to read and write down, and what may
  /// become of it.
  private func comingBack() -> Screen {
    let (apart, own) = (session.itemsAside(.apart), session.itemsAside(.ownCopy))
    var screen = Screen()
    screen.title = catalogue[.beforeYouGoTitle]
    if !apart.isEmpty { screen.paragraphs.append(catalogue[.beforeYouGoApart]) }
    if !own.isEmpty { screen.paragraphs.append(catalogue[.beforeYouGoOwn]) }
    screen.entries = entries(canChange: false, of: Set((apart + own).map(\.name)))
    screen.prompt = catalogue[.howToGoOn]
    screen.options = [option("c", .carryOnForNow, .closed)]
    if apart.isEmpty {
      screen.options.append(option("k", .comeBack, .choseToComeBack))
    } else {
      screen.options += [
        option("k", .comeBackPuttingApart, .choseToComeBackPuttingApart),
        option("w", .comeBackWithout, .choseToComeBack),
      ]
    }
    screen.words = [.skip: .closed, .back: .closed]
    return screen
  }

  private func stop(showingAnswers: Bool) -> Screen {
    var screen = Screen()
    screen.title = catalogue[.stopTitle]
    let mistake = option("b", .mistake, .closed)
    screen.words = [.back: .closed, .skip: .reread]
    guard session.hasAgreed else {
      screen.paragraphs = [catalogue[.stopBeforeAgreeing]]
      screen.prompt = catalogue[.howToGoOn]
      screen.options = [option("1", .stopNow, .declined), mistake]
      return screen
    }
    screen.paragraphs = [catalogue[.stopThanks], safety]
    if showingAnswers {
      screen.entries = entries(canChange: false)
      if screen.entries.isEmpty { screen.paragraphs.append(catalogue[.noAnswersYet]) }
    } else {
      screen.paragraphs += [supportTitle] + supportLines
    }
    screen.prompt = catalogue[.stopQuestion]
    let look = option("3", .showFirst, .opened(.stopAndLook))
    screen.options = [
      option("1", .keep, .choseToKeep), option("2", .delete, .choseToDelete),
    ]
    screen.options += showingAnswers ? [mistake] : [look, mistake]
    return screen
  }

  private func midwayLength() -> Screen {
    var screen = length()
    screen.words[.back] = .closed
    return screen
  }

  private func welcomeBack() -> Screen {
    var screen = Screen()
    screen.title = catalogue[.welcomeBackTitle]
    screen.notice = practiceNotice
    screen.prompt =
      session.setting.answeredOn.map { day in
        catalogue[.welcomeBackFrom, ["date": AnswerWords(catalogue).words(forDate: day)]]
      } ?? catalogue[.welcomeBack]
    screen.options = [
      option("1", .carryOn, .closed), option("2", .startAgain, .choseToStartAgain),
      option("3", .deleteThose, .choseToDelete),
    ]
    return screen
  }

  /// Says nothing of what is asked here.
  private func hidden() -> Screen {
    var screen = Screen()
    screen.prompt = catalogue[.hidden]
    let show = Screen.Option(["show"], "show", .closed)
    screen.options = [show]
    screen.words = [.back: .closed, .skip: .reread, .again: .reread, .hide: .reread, .why: .reread]
    return screen
  }

  // MARK: About one answer

  private func skip() -> Screen {
    var screen = Screen()
    guard let item = session.item else { return screen }
    let skip = Event.answered(item: item.name, .missing(.skipped))
    screen.prompt = catalogue[.askSkip]
    screen.options = [
      option("1", .yesSkip, skip, also: ["y"]), option("2", .noShowAgain, .closed, also: ["n"]),
    ]
    screen.onEnter = skip
    screen.words = [.skip: skip, .back: .closed]
    return screen
  }

  private func ask(about word: Word, asTyped typed: String) -> Screen {
    var underneath = session
    underneath.interludes.removeLast()
    let words = ScreenWriter(underneath).screen().words
    let want = catalogue[phrase(for: word)]
    var screen = Screen()
    screen.prompt = catalogue[.askWord, ["typed": typed, "want": want]]
    screen.options = [
      option("1", .itIsMyAnswer, session.event(forText: typed) ?? .closed),
      Screen.Option(["2"], catalogue[.iWantTo, ["want": want]], words[word] ?? .closed),
    ]
    screen.words = words
    return screen
  }

  private func phrase(for word: Word) -> Phrase {
    switch word {
    case .skip: .wantSkip
    case .back: .wantBack
    case .pause: .wantPause
    case .stop: .wantStop
    case .why: .wantWhy
    case .support: .wantSupport
    case .again: .wantAgain
    case .help: .wantHelp
    case .hide: .wantHide
    }
  }

  private func askAgain(_ number: Double) -> Screen {
    var screen = stepScreen()
    guard let item = session.item else { return screen }
    let typed = AnswerWords(catalogue).words(for: number)
    screen.prompt =
      item.askAgain?.words.map(fill) ?? catalogue[.askAgain, ["number": typed]]
    screen.paragraphs = [question(item)]
    screen.currentAnswer = nil
    screen.onEnter = .answered(item: item.name, .value(.number(number)))
    screen.words[.back] = .closed
    return screen
  }

  private func ownWords(_ code: Int) -> Screen {
    var screen = Screen()
    guard let item = session.item else { return screen }
    screen.prompt = AnswerWords(catalogue).words(.choice(code), to: item)
    screen.hint = catalogue[.hintOwnWords]
    screen.field = .line
    screen.takesLetters = false
    let plain = Event.answered(item: item.name, .value(.choice(code)))
    screen.onEnter = plain
    screen.words = [.skip: plain, .back: .closed]
    return screen
  }
}
