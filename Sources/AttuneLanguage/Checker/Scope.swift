import AttuneDiagnostics
import AttuneInstrument

/// A file as written, with the tables in which its names are looked up.
///
/// The first of two blocks with one name wins; that there are two is a finding of its own. What it
/// keeps does not refer back to it, and nothing changes once it is made, so that threads may share
/// it.
final class Scope: @unchecked Sendable {
  let file: InstrumentSyntax
  /// Items by name, as their place in the file's order.
  let itemIndex: [String: Int]
  let scales: [String: ScaleBlock]
  let groups: [String: GroupBlock]
  let constructs: [String: ConstructBlock]
  let sectionIndex: [String: Int]
  /// The items of each section, by the section's place among the sections; in order.
  let itemsOfSection: [Int: [ItemBlock]]
  let roles: Set<String>
  let forms: Set<String>
  /// The items on each form, by the places of their headings.
  let itemsOfForm: [String: Set<Int>]
  let consents: Set<String>
  /// The points of each scale as the instrument has them, made once for all its items.
  let pointsOfScale: [String: [Choice]]
  /// The single words of each wording of each item, in the file's order.
  let wordsOfItems: [[[Name]]]
  let wordIndex: WordIndex
  let namespaces: [Namespace]
  /// Every text in which something can be filled in and is.
  let textsWithInserts: [Words]
  /// The names of each group's levels.
  private(set) var levelsOfGroup: [String: [String]] = [:]
  private(set) var placedConditions: [PlacedCondition] = []
  private(set) var valueFaults: [ValueFault] = []
  /// What can be shown to whom, of every condition without a fault.
  private(set) var reachability: [Reachability] = []

  /// Trying the conditions is most of the work, and looking up names does not need it.
  init(_ file: InstrumentSyntax, triesConditions: Bool = true) {
    self.file = file
    itemIndex = Self.index(file.items)
    scales = Self.table(file.scales)
    groups = Self.table(file.groups)
    constructs = Self.table(file.constructs)
    sectionIndex = Self.index(file.sections)
    itemsOfSection = Dictionary(
      grouping: file.items.filter { $0.section != nil }, by: { $0.section ?? 0 })
    roles = Set(Self.index(file.roles).keys)
    forms = Set(Self.index(file.forms).keys)
    itemsOfForm = Self.itemsOfForms(file, itemIndex, itemsOfSection, sectionIndex)
    consents = Set(file.consents.flatMap(\.statements).map(\.name.value))
    pointsOfScale = scales.mapValues(\.choices.lowered)
    wordsOfItems = file.items.map { $0.wordings.map(\.words.parts) }
    wordIndex = WordIndex(file.items, wordsOfItems)
    namespaces = Namespace.all(in: file)
    textsWithInserts = file.textsWithInserts
    levelsOfGroup = groups.mapValues(levelNames)
    placedConditions = PlacedCondition.all(in: self)
    valueFaults = ValueFault.all(in: self)
    if triesConditions { reachability = Reachability.all(in: self) }
  }

  /// The items that each form names, one by one or with their section.
  private static func itemsOfForms(
    _ file: InstrumentSyntax, _ itemIndex: [String: Int], _ itemsOfSection: [Int: [ItemBlock]],
    _ sectionIndex: [String: Int]
  ) -> [String: Set<Int>] {
    let forms = file.forms.compactMap { form in form.heading.name.map { ($0.value, form.uses) } }
    return Dictionary(forms, uniquingKeysWith: { first, _ in first }).mapValues { runs in
      Set(
        runs.flatMap { run -> [ItemBlock] in
          let first = itemIndex[run.first.value]
          let last = run.last.map { itemIndex[$0.value] } ?? first
          let ofSection = run.last == nil ? sectionIndex[run.first.value] : nil
          let named = first.flatMap { first in last.map { first <= $0 ? first...$0 : first...first }
          }
          return (named.map { Array(file.items[$0]) } ?? [])
            + (ofSection.flatMap { itemsOfSection[$0] } ?? [])
        }.map(\.heading.range.lower))
    }
  }

  private static func table<Block: BlockSyntax>(_ blocks: [Block]) -> [String: Block] {
    Dictionary(
      blocks.compactMap { block in block.heading.name.map { ($0.value, block) } },
      uniquingKeysWith: { first, _ in first })
  }

  private static func index(_ blocks: [some BlockSyntax]) -> [String: Int] {
    Dictionary(
      blocks.enumerated().compactMap { index, block in
        block.heading.name.map { ($0.value, index) }
      },
      uniquingKeysWith: { first, _ in first })
  }

  func item(_ name: String) -> ItemBlock? { itemIndex[name].map { file.items[$0] } }

  func section(of item: ItemBlock) -> SectionBlock? { item.section.map { file.sections[$0] } }

  /// How an item is answered: by its own word, else its section's, else the instrument's.
  ///
  /// An item that lists its answers and inherits no way of choosing is a `choose one`.
  func answer(of item: ItemBlock) -> Written<AnswerSyntax>? {
    if let own = item.answer { return own }
    let inherited = section(of: item)?.answer ?? file.instrument?.answer
    guard let first = item.choices.first else { return inherited }
    switch inherited?.value {
    case .chooseOne, .chooseAny: return inherited
    default: return Written(.chooseOne, at: first.key.range)
    }
  }

  func offer(of item: ItemBlock) -> [MissingReason] {
    let offer = item.offer ?? section(of: item)?.offer ?? file.instrument?.offer
    let said = offer?.value ?? []
    return MissingReason.offerable.filter { reason in said.contains { $0.reason == reason } }
  }

  /// What an item's answers are, where that is known.
  func answers(to item: ItemBlock) -> Answers? {
    switch answer(of: item)?.value {
    case .named(let scale): scales[scale.value].map { .one($0.choices) }
    case .chooseOne: .one(item.choices)
    case .chooseAny: .several(item.choices)
    case .number(let range): .number(range)
    case .slider(let range): .number(range)
    case .text, .date: .words
    case nil: nil
    }
  }

  /// The names of a run in the order of the file; the name itself where it is no run, and what
  /// stands there where the run's ends are not items in order.
  func expand(_ run: NameRun) -> [Name] {
    guard let last = run.last else { return [run.first] }
    guard let from = itemIndex[run.first.value], let to = itemIndex[last.value], from <= to else {
      return [run.first, last]
    }
    let range = SourceRange(run.first.range.lower, last.range.upper)
    return file.items[from...to].compactMap { item in
      item.heading.name.map { Name($0.value, at: range) }
    }
  }

  func expand(_ runs: [NameRun]) -> [Name] { runs.flatMap(expand) }
}
