import AttuneInstrument

extension ScreenWriter {
  func review() -> Screen {
    var screen = page(catalogue[.reviewTitle], [], onEnter: .wentOn(from: .review))
    screen.prompt = catalogue[.reviewPrompt]
    screen.entries = entries(canChange: true)
    screen.field = .entry
    return screen
  }

  func debrief() -> Screen {
    var screen = Screen()
    screen.paragraphs = paragraphs(of: instrument.debrief)
    if screen.paragraphs.isEmpty { screen.title = catalogue[.debriefTitle] }
    screen.notice = practiceNotice
    screen.paragraphs += withdrawal
    screen.prompt = catalogue[.copyQuestion]
    let no = Event.askedForCopy(false)
    screen.options = [
      option("1", .yes, .askedForCopy(true), also: ["y"]), option("2", .noThanks, no, also: ["n"]),
    ]
    screen.onEnter = no
    screen.words[.skip] = no
    return screen
  }

  /// How to have the answers deleted later.
  private var withdrawal: [String] {
    guard let code = session.setting.withdrawalCode else { return [] }
    guard let until = session.setting.study?.withdrawUntil else {
      return [catalogue[.withdrawalCode, ["code": code]]]
    }
    let date = AnswerWords(catalogue).words(forDate: until)
    return [catalogue[.withdrawalCodeUntil, ["code": code, "date": date]]]
  }

  func copy() -> Screen {
    var screen = page(catalogue[.copyTitle], [catalogue[.copyNote]], onEnter: .wentOn(from: .copy))
    screen.notice = practiceNotice
    screen.entries = entries(canChange: false)
    return screen
  }

  func farewell() -> Screen {
    var screen = Screen()
    screen.notice = practiceNotice
    screen.paragraphs = ending + [supportTitle] + supportLines
    if session.setting.isPractice { screen.paragraphs.append(catalogue[.practiceEnd]) }
    screen.prompt = catalogue[.farewell]
    screen.isLast = true
    return screen
  }

  private var ending: [String] {
    if session.setting.purpose == .rehearsal { return [catalogue[.thanksForTime]] }
    return switch session.outcome {
    case .declined: [catalogue[.declined]]
    case .deleted: [catalogue[.deleted]]
    case .paused: [catalogue[.paused]] + wayBack
    case .setAside:
      [catalogue[.setAside, ["days": "\(session.setting.study?.setAsideDays ?? 14)"]]]
        + (session.hasAnswersAside ? [catalogue[.notSetAside]] : []) + wayBack
    case .finished, .stopped, nil: [catalogue[.thanksForTime]]
    }
  }

  private var wayBack: [String] {
    guard let code = session.setting.resumeCode else { return [] }
    return [catalogue[.resumeCode, ["code": code]]]
  }
}
