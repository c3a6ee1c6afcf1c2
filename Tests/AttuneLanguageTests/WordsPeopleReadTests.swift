import AttuneDiagnostics
import AttuneInstrument
import Foundation
import Testing

/// The words of the delivered instruments: what people read while they answer, and in reports.
@Suite struct WordsPeopleReadTests {
  /// Words that place the fault in the person, or that people asked not to be called by.
  static let avoided = [
    // keep
    "non-compliant", "compliance", "DNA-er", "DNAer", "revolving door", "insight", "defaulter",
    "defaulters", "drop-out", "dropout", "lost to follow-up", "disengaged",
    // alongside
    "PD", "borderline", "EUPD", "BPD", "manipulative", "attention-seeking", "behaviours",
    "personality disorder",
    // say
    "the users", "patients' voice", "patient voice", "empower", "empowers", "empowered",
    "empowering", "mental illness", "weaknesses",
    // links
    "isolated", "lonely", "socially excluded", "psychotic", "deficit", "deficits", "responsibility",
    // selfhelp
    "non-engagers", "worried well", "motivated", "suitable patients", "low intensity",
    "service-user", "service-users", "service user", "service users",
    // everywhere
    "patients", "sufferer", "sufferers", "invalid", "error",
  ]

  @Test(arguments: Instrument.delivered) func avoidWhatHurts(_ name: String) throws {
    let words = try Instrument.delivered(name).wordsPeopleRead
    #expect(words.count > 150)
    for text in words {
      for word in Self.avoided {
        #expect(!text.containsWord(word), "\"\(word)\" in: \(text)")
      }
    }
  }

  @Test(arguments: Instrument.delivered.map { "\($0).instrument" } + ["README.md"])
  func quoteWhatOthersSay(_ file: String) throws {
    let text = try Repository.text("instruments/\(file)").content.lowercased()
    let quoted = ["'hard to engage'", "\"hard to engage\""]
    let inQuotes = quoted.reduce(0) { $0 + text.ranges(of: $1).count }
    #expect(text.ranges(of: "hard to engage").count == inQuotes)
  }

  @Test func findTheWordAndOnlyTheWord() {
    #expect("A PD service".containsWord("PD"))
    #expect("Revolving door.".containsWord("revolving door"))
    #expect(!"Updated weekly".containsWord("PD"))
    #expect(!"Insightful".containsWord("insight"))
  }
}

extension Instrument {
  /// Everything in the instrument that is shown to somebody; sources are not.
  fileprivate var wordsPeopleRead: [String] {
    var read: [String?] = [title, consent.title, support.title]
    read += [roleChoice?.question.source, roleChoice?.bothLabel, roleChoice?.bothQuestion?.source]
    for passage in information + debrief {
      read += [passage.title] + passage.paragraphs.map(\.text.source)
    }
    read += consent.paragraphs.map(\.text.source) + consent.statements.map(\.text.source)
    for line in support.lines {
      switch line {
      case .words(let text), .contact(let text, _): read.append(text.source)
      }
    }
    for section in sections {
      read += [section.title, section.stem?.source, section.contentNote?.source]
      read += [section.askFirst?.source] + section.paragraphs.map(\.text.source)
    }
    for item in items {
      read += item.wordings.map(\.text.source) + item.format.choices.map(\.label)
      read += [item.why?.source, item.help?.source, item.contentNote?.source]
    }
    read += roles.map(\.label) + forms.map(\.title) + (terms ?? [:]).values.sorted()
    for construct in constructs { read += [construct.title, construct.higherMeans] }
    for group in groups { read += [group.title] + group.levels.map(\.label) }
    for plan in plans { read += [plan.title, plan.because] }
    return read.compactMap { $0 }
  }
}

extension String {
  /// Whether `word` stands here, whole; capitals count only where all of it is capitals.
  fileprivate func containsWord(_ word: String) -> Bool {
    let isAbbreviation = word == word.uppercased()
    let text = isAbbreviation ? self : lowercased()
    let word = isAbbreviation ? word : word.lowercased()
    var rest = text[...]
    while let found = rest.firstRange(of: word) {
      let before =
        found.lowerBound == text.startIndex
        ? nil : text[text.index(before: found.lowerBound)]
      let after = found.upperBound == text.endIndex ? nil : text[found.upperBound]
      if [before, after].allSatisfy({ $0?.isLetter != true }) { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }
}
