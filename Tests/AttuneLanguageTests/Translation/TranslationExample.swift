import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import AttuneTestSupport
import Testing

/// A small instrument, its whole translation, and what is found when one of the two is changed.
enum TranslationExample {
  static let instrumentText = """
    instrument met: Being met
      version: 0.3.0
      status: draft, unvalidated
      language: en-GB
      author: The Being Met group
      licence: CC BY 4.0
      answer: agreement
      role question: Which questions would you like?
    role person: I use the service
    role worker: I work in the service
    information: About these questions
      > {team} wants to know how people get on.
      > You can stop at any time.
    consent: Taking part
      must agree taking_part: I want to take part.
    support: If this brings things up
      contact: Samaritans, call 116 123
    scale agreement
      1 = Disagree
      2 = Neither
      3 = Agree
    group team: Team
      set by: item which_team
    section listening: Being listened to
      stem: Thinking of the last month:
    item which_team: Which team do you see?
      answer: choose one
      north = North team
      south = South team
    item heard
      ask person: My worker listens to me.
      ask worker: I listen to this person.
    item known: My worker knows me.
      help: Knows what matters to you.
    construct ease: Feeling at ease
      higher means: more at ease
      uses: heard, known
      score: mean, all answered
    plan by_team: Do the teams differ?
      compare: ease by team
      test: Welch
      smallest difference that matters: 0.5 points

    """

  static let whole = """
    translation of met
      language: cy
      from version: 0.3.0
      translator: Draft, not checked by a Welsh speaker
      was title: Being met
      title: Cael ein cyfarfod
      was role question: Which questions would you like?
      role question: Pa gwestiynau hoffech chi?

    role person
      was title: I use the service
      title: Rydw i'n defnyddio'r gwasanaeth

    role worker
      was title: I work in the service
      title: Rydw i'n gweithio yn y gwasanaeth

    information
      was title: About these questions
      title: Am y cwestiynau hyn
      was read: {team} wants to know how people get on.
      read: Mae {team} eisiau gwybod sut mae pobl yn dod ymlaen.
      was read: You can stop at any time.
      read: Gallwch stopio unrhyw bryd.

    consent
      was title: Taking part
      title: Cymryd rhan
      was must agree taking_part: I want to take part.
      must agree taking_part: Rydw i eisiau cymryd rhan.

    support
      was title: If this brings things up
      title: Os yw hyn yn codi pethau
      was contact: Samaritans, call 116 123
      contact: Y Samariaid, ffoniwch 116 123

    scale agreement
      was 1 = Disagree
      1 = Anghytuno
      was 2 = Neither
      2 = Y naill na'r llall
      was 3 = Agree
      3 = Cytuno

    section listening
      was title: Being listened to
      title: Cael gwrandawiad
      was stem: Thinking of the last month:
      stem: Wrth feddwl am y mis diwethaf:
    item which_team
      was ask: Which team do you see?
      ask: Pa dîm rydych chi'n ei weld?
      was north = North team
      north = Tîm y gogledd
      was south = South team
      south = Tîm y de
    item heard
      was ask person: My worker listens to me.
      ask person: Mae fy ngweithiwr yn gwrando arna i.
      was ask worker: I listen to this person.
      ask worker: Rydw i'n gwrando ar y person hwn.
    item known
      was ask: My worker knows me.
      ask: Mae fy ngweithiwr yn fy adnabod.
      was help: Knows what matters to you.
      help: Yn gwybod beth sy'n bwysig i chi.

    group team
      was title: Team
      title: Tîm

    construct ease
      was title: Feeling at ease
      title: Teimlo'n gartrefol
      was higher means: more at ease
      higher means: yn fwy cartrefol

    """

  static func instrument(_ text: String = instrumentText) throws -> Instrument {
    let compilation = Compilation(of: SourceText(name: "met.instrument", content: text))
    return try #require(compilation.instrument, "\(compilation.findings.map(\.title))")
  }

  static func compile(
    _ text: String, for instrumentText: String = instrumentText
  ) throws -> TranslationCompilation {
    TranslationCompilation(
      of: SourceText(name: "met.cy.translation", content: text),
      for: try instrument(instrumentText))
  }

  /// Checks the whole translation with pieces changed; one change holds a mark for what is found.
  static func check(
    _ code: String, _ changes: (piece: String, now: String)...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var marked = whole
    for (piece, now) in changes {
      try #require(marked.contains(piece), sourceLocation: sourceLocation)
      marked = marked.replacing(piece, with: now, maxReplacements: 1)
    }
    let text = MarkedText(marked)
    let findings = try compile(text.text).findings
    #expect(findings.map(\.code) == [code], sourceLocation: sourceLocation)
    #expect(findings.first?.range.lower == text.offsets["1️⃣"], sourceLocation: sourceLocation)
    #expect(findings.allSatisfy { Explanation.of($0.code) != nil })
  }
}

extension Instrument {
  /// A made-up translation of every text: the words between « and ».
  var quoted: Translation {
    var translation = Translation(of: name, into: "cy", fromVersion: version)
    for text in texts { translation[text] = "«\(text.words)»" }
    return translation
  }
}
