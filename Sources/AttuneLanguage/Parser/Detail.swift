import AttuneDiagnostics

/// One word that a block knows, and how the rest of its line is read.
struct Detail<Block: Sendable>: Sendable {
  /// What may stand between the word and the colon.
  enum Argument: Sendable, Hashable {
    case none
    /// `ask worker:`
    case optionalName
    /// `term cen:`
    case name
    /// `contact when nation is scotland:`
    case condition
    /// `in_contact when:` - the name stands first.
    case leadingName
  }

  /// What the text after the colon is made of, for writing it anew.
  enum Content: Sendable, Hashable {
    /// Words that people read: every one as it stands.
    case words
    /// Names and keywords, with one space between them.
    case value
    /// Names in a list; the detail may stand several times, and the lists add up.
    case names
  }

  typealias Path<Value> = any WritableKeyPath<Block, Value> & Sendable
  typealias Read = @Sendable (inout Block, DetailLine, inout Reader) -> Void

  let spelling: String
  let argument: Argument
  let content: Content
  let read: Read

  init(
    _ spelling: String, argument: Argument = .none, content: Content = .value, read: @escaping Read
  ) {
    self.spelling = spelling
    self.argument = argument
    self.content = content
    self.read = read
  }
}

/// The parts of a detail's line besides its text.
struct DetailLine {
  let keyword: SourceRange
  let argument: SourceRange?
}

extension Detail {
  /// A detail that stands once in a block.
  static func once<Value>(
    _ spelling: String, _ path: Path<Written<Value>?>, content: Content = .value,
    _ value: @escaping @Sendable (inout Reader) -> Written<Value>?
  ) -> Detail {
    Detail(spelling, content: content) { block, line, reader in
      if let first = block[keyPath: path] {
        reader.report(.saidTwice(spelling, at: line.keyword, first: first.range))
      } else if let value = value(&reader) {
        block[keyPath: path] = value
      }
    }
  }

  /// A detail of words that may stand several times.
  static func each<Value>(
    _ spelling: String, _ path: Path<[Written<Value>]>,
    _ value: @escaping @Sendable (inout Reader) -> Written<Value>?
  ) -> Detail {
    Detail(spelling, content: .words) { block, _, reader in
      if let value = value(&reader) { block[keyPath: path].append(value) }
    }
  }

  static func words(
    _ spelling: String, _ path: Path<Words?>
  ) -> Detail {
    once(spelling, path, content: .words) { $0.rest() }
  }

  static func words(
    _ spelling: String, _ path: Path<[Words]>
  ) -> Detail {
    each(spelling, path) { $0.rest() }
  }

  /// A detail whose text is one of a few values.
  static func value<Value>(
    _ spelling: String, _ path: Path<Written<Value>?>,
    _ known: KeyValuePairs<String, Value>
  ) -> Detail {
    let known = known.map { (name: $0.key, value: $0.value) }
    return once(spelling, path) { $0.expectOne(of: known) }
  }

  /// A detail whose text is one of the cases of an enumeration.
  static func value<Value: RawRepresentable<String> & CaseIterable>(
    _ spelling: String, _ path: Path<Written<Value>?>
  ) -> Detail {
    once(spelling, path) { $0.expectOne(of: Value.allCases.map { ($0.rawValue, $0) }) }
  }
}

extension Detail where Block: BlockSyntax {
  /// `accept: A403 because the group kept this wording on purpose`.
  static var accept: Detail { each("accept", \.accepted) { $0.expectAcceptance() } }
}

extension Finding {
  /// A detail that can have one value stands once in its block.
  static func saidTwice(
    _ spelling: String, at range: SourceRange, first: SourceRange
  ) -> Finding {
    Finding(
      "A108", .mustFix, "\"\(spelling)\" is said twice here", at: range,
      explanation: "I can only follow one of the two.",
      notes: [.init("the first one is here", at: first)],
      fixes: [Fix(.possible, "keep the one that you mean")])
  }
}
