import Foundation
import Testing

@testable import Sheets

/// In processes of their own: were standard error not put back, what the tests themselves say would be lost.
@Suite struct StandardErrorSilenceTests {
    @Test func manyAtOncePutItBackAsItWas() async {
        await #expect(processExitsWith: .success) {
            let before = pipeAsStandardError()
            DispatchQueue.concurrentPerform(iterations: 4_000) { turn in
                StandardErrorSilence.around { if turn % 3 == 0 { sched_yield() } }
            }
            exit(standardError() == before ? EXIT_SUCCESS : EXIT_FAILURE)
        }
    }

    @Test func nothingIsHeardMeanwhile() async {
        await #expect(processExitsWith: .success) {
            let before = pipeAsStandardError()
            let within = StandardErrorSilence.around { standardError() }
            exit(within != before && standardError() == before ? EXIT_SUCCESS : EXIT_FAILURE)
        }
    }

    @Test func theReasonOfAnErrorStays() async {
        await #expect(processExitsWith: .success) {
            StandardErrorSilence.around { errno = ENOSPC }
            exit(errno == ENOSPC ? EXIT_SUCCESS : EXIT_FAILURE)
        }
    }
}

/// Makes a pipe standard error, which may be nowhere already, and says which file it is.
private func pipeAsStandardError() -> [UInt64] {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0, dup2(ends[1], STDERR_FILENO) >= 0 else { exit(EXIT_FAILURE) }
    return standardError()
}

/// Which file standard error is.
private func standardError() -> [UInt64] {
    var file = stat()
    return fstat(STDERR_FILENO, &file) == 0 ? [UInt64(file.st_dev), UInt64(file.st_ino)] : []
}
