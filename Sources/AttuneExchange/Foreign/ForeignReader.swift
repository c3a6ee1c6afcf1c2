import CLockdown
import CReadStat
import Foundation

/// Reads an SPSS or Stata file with ReadStat, in a process that can do nothing else.
///
/// ReadStat has known memory faults, and files come from anywhere: so the process that calls this
/// has given up memory, time, files and the network first, and sends what it reads through a pipe.
public enum ForeignReader {
  public static let mostMemory = 512 << 20
  public static let mostSeconds: UInt32 = 20

  /// Reads standard input, a file, and writes what it holds to standard output.
  public static func serve() -> Never {
    guard lockdown_enter(mostMemory, mostSeconds) >= 0 else {
      stop("this system does not let the reader be locked in, so nothing was read")
    }
    let state = State()
    // Once for the labels, which stand behind the values in a .dta, and once for the values.
    pass(of: state, setLabelHandlers)
    state.begin()
    pass(of: state, setValueHandler)
    state.flush()
    exit(0)
  }

  private static func pass(
    of state: State, _ setHandlers: (UnsafeMutablePointer<readstat_parser_t>) -> Void
  ) {
    guard let parser = readstat_parser_init() else { stop("there is not enough memory") }
    defer { readstat_parser_free(parser) }
    setFile(of: parser)
    setHandlers(parser)
    let context = Unmanaged.passUnretained(state).toOpaque()
    let code = withExtendedLifetime(state) {
      isStata() ? readstat_parse_dta(parser, "", context) : readstat_parse_sav(parser, "", context)
    }
    guard code == READSTAT_OK else {
      stop(readstat_error_message(code).map { String(cString: $0) } ?? "code \(code.rawValue)")
    }
  }

  private static func stop(_ reason: String) -> Never {
    emit(Array(reason.utf8), to: 2)
    exit(1)
  }

  /// Stata's files begin with `<stata_dta>`, older ones with a number from 104 to 115.
  private static func isStata() -> Bool {
    var first: UInt8 = 0
    guard pread(0, &first, 1, 0) == 1 else { return false }
    return first == UInt8(ascii: "<") || 104...115 ~= first
  }

  fileprivate static func emit(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { exit(1) }
      rest = rest.dropFirst(count)
    }
  }

  /// What has been read so far.
  fileprivate final class State {
    var head = ForeignTable.Head()
    /// The set of labels of each variable.
    var sets: [String] = []
    var labels: [String: [ForeignTable.Variable.Label]] = [:]
    var tags: [String: [String: String]] = [:]
    private var buffer: [UInt8] = []

    static func of(_ context: UnsafeMutableRawPointer?) -> State? {
      context.map { Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
    }

    func begin() {
      for index in head.variables.indices {
        head.variables[index].labels = labels[sets[index]] ?? []
        head.variables[index].tags = tags[sets[index]] ?? [:]
      }
      let json = (try? JSONEncoder().encode(head)) ?? Data()
      append(UInt32(json.count))
      buffer += Array(json)
    }

    func add(_ value: readstat_value_t, of variable: UnsafeMutablePointer<readstat_variable_t>) {
      if readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING {
        let text = readstat_string_value(value).map { Array(String(cString: $0).utf8) } ?? []
        buffer.append(ForeignBytes.text)
        append(UInt32(text.count))
        buffer += text
      } else if readstat_value_is_tagged_missing(value) != 0 {
        buffer += [ForeignBytes.tagged, UInt8(bitPattern: readstat_value_tag(value))]
      } else if readstat_value_is_system_missing(value) != 0 {
        buffer.append(ForeignBytes.missing)
      } else {
        let isMissing = readstat_value_is_defined_missing(value, variable) != 0
        buffer.append(isMissing ? ForeignBytes.userMissing : ForeignBytes.number)
        withUnsafeBytes(of: readstat_double_value(value).bitPattern.littleEndian) {
          buffer += Array($0)
        }
      }
      if buffer.count > 1 << 16 { flush() }
    }

    private func append(_ count: UInt32) {
      withUnsafeBytes(of: count.littleEndian) { buffer += Array($0) }
    }

    func flush() {
      ForeignReader.emit(buffer, to: 1)
      buffer.removeAll(keepingCapacity: true)
    }
  }

  private static func setFile(of parser: UnsafeMutablePointer<readstat_parser_t>) {
    _ = lseek(0, 0, SEEK_SET)
    readstat_set_open_handler(parser) { _, _ in 0 }
    readstat_set_close_handler(parser) { _ in 0 }
    readstat_set_seek_handler(parser) { offset, whence, _ in
      let places = [READSTAT_SEEK_SET: SEEK_SET, READSTAT_SEEK_CUR: SEEK_CUR]
      return lseek(0, offset, places[whence] ?? SEEK_END)
    }
    readstat_set_read_handler(parser) { buffer, count, _ in read(0, buffer, count) }
    readstat_set_update_handler(parser) { _, _, _, _ in READSTAT_OK }
  }

  private static func setLabelHandlers(_ parser: UnsafeMutablePointer<readstat_parser_t>) {
    readstat_set_metadata_handler(parser) { metadata, context in
      guard let state = State.of(context) else { return 1 }
      state.head.title =
        readstat_get_file_label(metadata).map { String(cString: $0) } ?? ""
      return 0
    }
    readstat_set_note_handler(parser) { _, note, context in
      if let note { State.of(context)?.head.notes.append(String(cString: note)) }
      return 0
    }
    readstat_set_variable_handler(parser) { _, variable, set, context in
      guard let state = State.of(context), let variable else { return 1 }
      let measures = [
        READSTAT_MEASURE_NOMINAL: "nominal", READSTAT_MEASURE_ORDINAL: "ordinal",
        READSTAT_MEASURE_SCALE: "scale",
      ]
      state.head.variables.append(
        ForeignTable.Variable(
          name: String(cString: readstat_variable_get_name(variable)),
          label: readstat_variable_get_label(variable).map { String(cString: $0) } ?? "",
          isText: readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING,
          format: readstat_variable_get_format(variable).map { String(cString: $0) } ?? "",
          labels: [],
          measure: measures[readstat_variable_get_measure(variable)] ?? "unknown"))
      state.sets.append(set.map { String(cString: $0) } ?? "")
      return 0
    }
    readstat_set_value_label_handler(parser) { set, value, words, context in
      guard let set, let words, let state = State.of(context),
        readstat_value_type_class(value) == READSTAT_TYPE_CLASS_NUMERIC
      else { return 0 }
      guard readstat_value_is_tagged_missing(value) == 0 else {
        let letter = String(ForeignBytes.letter(UInt8(bitPattern: readstat_value_tag(value))))
        state.tags[String(cString: set), default: [:]][letter] = String(cString: words)
        return 0
      }
      state.labels[String(cString: set), default: []].append(
        .init(value: readstat_double_value(value), words: String(cString: words)))
      return 0
    }
  }

  private static func setValueHandler(_ parser: UnsafeMutablePointer<readstat_parser_t>) {
    // Without a handler of variables ReadStat makes none, and hands out a null pointer.
    readstat_set_variable_handler(parser) { _, _, _, _ in 0 }
    readstat_set_value_handler(parser) { _, variable, value, context in
      guard let variable else { return 1 }
      State.of(context)?.add(value, of: variable)
      return 0
    }
  }
}

/// What stands before each value in the pipe.
enum ForeignBytes {
  static let missing: UInt8 = 0
  static let number: UInt8 = 1
  static let text: UInt8 = 2
  static let userMissing: UInt8 = 3
  static let tagged: UInt8 = 4

  /// The letter of a tagged missing value.
  static func letter(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }
}
