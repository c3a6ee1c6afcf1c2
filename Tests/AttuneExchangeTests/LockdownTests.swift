#if os(Linux)
  import CLockdown
  import Glibc
  import Testing

  /// What the process that reads foreign files can still do.
  @Suite struct LockdownTests {
    @Test func itWritesNoFile() async {
      await #expect(processExitsWith: .exitCode(0)) {
        guard lockdown_enter(1 << 40, 20) == 0 else { exit(2) }
        let file = open("/tmp/attune-lockdown-test", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        exit(file < 0 && errno == EPERM ? 0 : 1)
      }
    }

    @Test func itChangesNoFile() async {
      await #expect(processExitsWith: .exitCode(0)) {
        guard lockdown_enter(1 << 40, 20) == 0 else { exit(2) }
        exit(unlink("/tmp/x") < 0 && errno == EPERM && mkdir("/tmp/y", 0o700) < 0 ? 0 : 1)
      }
    }

    @Test func itHasNoNetwork() async {
      await #expect(processExitsWith: .exitCode(0)) {
        guard lockdown_enter(1 << 40, 20) == 0 else { exit(2) }
        exit(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) < 0 && errno == EPERM ? 0 : 1)
      }
    }

    @Test func itStartsNoOtherProgram() async {
      await #expect(processExitsWith: .exitCode(0)) {
        guard lockdown_enter(1 << 40, 20) == 0 else { exit(2) }
        var child: pid_t = 0
        let arguments: [UnsafeMutablePointer<CChar>?] = [nil]
        exit(posix_spawn(&child, "/bin/true", nil, nil, arguments, nil) != 0 ? 0 : 1)
      }
    }

    @Test func itHasSoMuchMemoryAndNoMore() async {
      await #expect(processExitsWith: .exitCode(0)) {
        // Enough for what the test itself has taken already.
        guard lockdown_enter(4 << 30, 20) == 0 else { exit(2) }
        let much = mmap(nil, 5 << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        exit(much == MAP_FAILED && errno == ENOMEM ? 0 : 1)
      }
    }

    @Test func itStopsInTime() async {
      await #expect(processExitsWith: .failure) {
        guard lockdown_enter(1 << 40, 1) == 0 else { exit(0) }
        while true {}
      }
    }
  }
#endif
