import DossierModel

/// The program that runs, with the tables in it and the libraries that it was loaded with.
public enum RunningProgram {
  /// What tells this program from any other; `nil` if the system does not tell.
  ///
  /// What one build has learnt is believed by the next one only if this is the same. It is made of what the system knows the files of the program by, not of their contents, which
  /// are too large to be read in each build: a program that was built or installed anew differs even
  /// if its bytes are the same, and none whose rules, tables or libraries changed is taken for another.
  public static let identity: ContentHash? = CacheDisk.programFiles.map { files in
    ContentHash(of: files.joined(separator: "\n"))
  }
}
