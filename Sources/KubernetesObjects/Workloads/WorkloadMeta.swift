/// The metadata of an object that makes Pods, whose name may be a pattern.
struct WorkloadMeta: Decodable {
  let metadata: ObjectMeta

  init(from decoder: any Decoder) throws {
    metadata = try ObjectMeta(ofWorkloadFrom: decoder)
  }
}
