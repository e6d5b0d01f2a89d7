import CNettle

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece.
public struct SHA256 {
    private var state = sha256_ctx()

    /// Nothing was added yet.
    public init() { nettle_sha256_init(&state) }

    /// Adds bytes.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        nettle_sha256_update(&state, bytes.count, bytes.bindMemory(to: UInt8.self).baseAddress)
    }

    /// Adds bytes.
    public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    /// The 32 bytes of the hash; the state is spent.
    public mutating func finish() -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&state, hash.count, &hash)
        return hash
    }

    /// The hash in 64 hexadecimal digits; the state is spent.
    public mutating func hexadecimal() -> String {
        finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
