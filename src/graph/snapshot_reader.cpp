// One pass over the bytes. Nothing is trusted: sizes are checked against the length of the file before anything is
// allocated, every number against the table that it points into, and every order that the storage relies on.
#include <algorithm>
#include <cstring>
#include <span>
#include <tuple>

#include "core/hash.hpp"
#include "diurna/core/error.hpp"
#include "diurna/graph/snapshot.hpp"
#include "graph/snapshot_layout.hpp"

namespace diurna {
namespace {

using detail::ContributionView;
using detail::no_symbol;
using detail::Offset;
using detail::snapshot::Header;
using detail::snapshot::Section;
using Words = std::span<const std::uint32_t>;

[[noreturn]] void refuse(std::string_view name, std::string_view what, std::string message, std::string hint) {
  throw ParseError({.code = "snapshot." + std::string(what),
                    .place = std::string(name),
                    .message = std::move(message),
                    .hint = std::move(hint)});
}

Header checked_header(std::string_view bytes, std::string_view name) {
  const std::string_view start = bytes.substr(0, detail::snapshot::magic.size());
  if (start != detail::snapshot::magic.substr(0, start.size())) {
    refuse(name, "foreign", "this is no snapshot of a graph", "convert it with 'diurna convert'");
  }
  Header header{};
  if (bytes.size() < sizeof header) {
    refuse(name, "truncated", "the file ends after " + std::to_string(bytes.size()) + " bytes", "copy it again");
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.version != detail::snapshot::version) {
    refuse(name, "version", "this is version " + std::to_string(header.version) + " of the format",
           "this Diurna reads version " + std::to_string(detail::snapshot::version) + "; JSON is read by all");
  }
  if (bytes.size() < header.file_bytes) {
    refuse(
        name, "truncated",
        "the file ends after " + std::to_string(bytes.size()) + " of " + std::to_string(header.file_bytes) + " bytes",
        "copy it again");
  }
  if (bytes.size() > header.file_bytes) {
    refuse(name, "damaged", "the file goes on behind byte " + std::to_string(header.file_bytes), "copy it again");
  }
  return header;
}

void check_sum(std::string_view bytes, std::string_view name) {
  const std::size_t end = bytes.size() - detail::snapshot::checksum_bytes;
  detail::StreamHash hash;
  hash.update(bytes.substr(0, end));
  const std::array<char, detail::snapshot::checksum_bytes> digest = hash.digest();
  if (bytes.substr(end) == std::string_view(digest.data(), digest.size())) return;
  refuse(name, "damaged", "the checksum does not fit: bytes have changed since this was written", "copy it again");
}

class Reader {
 public:
  Reader(std::string_view bytes, std::string_view name, Graph::State& state)
      : name_(name), header_(checked_header(bytes, name)), state_(state), texts_(state.texts) {
    if (bytes.size() < sizeof(Header) + detail::snapshot::checksum_bytes) {
      refuse(name, "damaged", "there is no checksum", "copy it again");
    }
    check_sum(bytes, name);
    std::string_view body = bytes.substr(sizeof(Header));
    body.remove_suffix(detail::snapshot::checksum_bytes);
    if (reinterpret_cast<std::uintptr_t>(body.data()) % alignof(std::uint32_t) != 0) {
      aligned_.resize(body.size() / 4);
      std::memcpy(aligned_.data(), body.data(), 4 * aligned_.size());
      body = {reinterpret_cast<const char*>(aligned_.data()), body.size()};
    }
    split({reinterpret_cast<const std::uint32_t*>(body.data()), body.size() / 4}, body.size());
  }

  void read() {
    read_strings();
    read_tables();
    read_vertices();
    read_edges();
    read_contributions();
    read_joins();
    read_names();
    state_.grouped = !state_.joins.empty() || texts_.origins.size() > 0;
    state_.frozen = true;
  }

 private:
  [[noreturn]] void invalid(const std::uint32_t* at, std::string message) const {
    const auto byte = sizeof(Header) + 4 * static_cast<std::size_t>(at - start_);
    refuse(std::string(name_) + ": byte " + std::to_string(byte), "invalid", std::move(message),
           "the file was not written by Diurna");
  }

  void split(Words words, std::size_t body_bytes) {
    start_ = words.data();
    if (header_.sections != sections_.size()) invalid(start_, "there are other sections than this version has");
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      const auto [rows, size] = header_.sizes[i];
      const std::size_t width = detail::snapshot::row_words[i];
      if (size > words.size() || rows > size || (width > 0 && size != rows * width) || rows >= no_symbol) {
        invalid(words.data(), "the size of section " + std::to_string(i + 1) + " cannot be");
      }
      sections_[i] = words.subspan(0, size);
      words = words.subspan(size);
    }
    if (!words.empty() || body_bytes % 4 != 0) invalid(words.data(), "there is more than the sections");
  }
  [[nodiscard]] Words section(Section which) const { return sections_[static_cast<std::size_t>(which)]; }
  [[nodiscard]] std::size_t rows_of(Section which) const { return header_.sizes[static_cast<std::size_t>(which)].rows; }

  void read_strings() {
    const Words words = section(Section::strings);
    std::vector<Offset> offsets;
    offsets.reserve(rows_of(Section::strings));
    std::string_view before;
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t size = words[at];
      const std::size_t room = 1 + (size + 3) / 4;
      if (room > words.size() - at) invalid(&words[at], "a text is longer than its section");
      const std::string_view text(reinterpret_cast<const char*>(&words[at] + 1), size);
      const std::string_view padding(text.data() + size, 4 * (room - 1) - size);
      if (padding.find_first_not_of('\0') != std::string_view::npos)
        invalid(&words[at], "a text is not filled up with 0");
      if (at > 0 && !(before < text)) invalid(&words[at], "the texts are not sorted");
      before = text;
      offsets.push_back(static_cast<Offset>(1 + at));
      at += room;
    }
    if (offsets.size() != rows_of(Section::strings)) invalid(words.data(), "there is another number of texts");
    texts_.strings.adopt(words, std::move(offsets));
  }

  /// Rows in rising order, each number below the limit of its column.
  template <std::size_t columns>
  std::vector<std::array<std::uint32_t, columns>> rows(Section which, std::array<std::size_t, columns> limits) const {
    const Words words = section(which);
    std::vector<std::array<std::uint32_t, columns>> out(words.size() / columns);
    if (!words.empty()) std::memcpy(out.data(), words.data(), 4 * words.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      for (std::size_t c = 0; c < columns; ++c) {
        if (out[i][c] >= limits[c]) invalid(&words[columns * i + c], "a number points behind its table");
      }
      if (i > 0 && !(out[i - 1] < out[i])) invalid(&words[columns * i], "the rows are not sorted");
    }
    return out;
  }

  void read_tables() {
    constexpr std::size_t any = std::size_t{1} << 32U;
    const std::size_t strings = texts_.strings.size();
    texts_.documents.adopt(rows<1>(Section::documents, {strings}));
    texts_.statements.adopt(rows<2>(Section::statements, {strings, strings}));
    texts_.sentences.adopt(rows<3>(Section::sentences, {texts_.documents.size(), any, strings}));
    texts_.manners.adopt(rows<4>(Section::manners, {strings, strings, any, any}));
    texts_.origins.adopt(rows<3>(Section::origins, {strings, strings, strings}));
    texts_.labels.adopt(rows<2>(Section::labels, {strings, strings}));
  }

  void read_vertices() {
    constexpr std::size_t kinds = static_cast<std::size_t>(NodeKind::phrase) + 1;
    std::uint32_t next = 0;
    state_.bgl.vertex_rows.reserve(rows_of(Section::vertices));
    const Words words = section(Section::vertices);
    for (const auto& [id, kind] : rows<2>(Section::vertices, {texts_.strings.size(), kinds})) {
      if (id < next) invalid(words.data(), "two nodes have one id");
      next = id + 1;
      state_.bgl.vertex_rows.push_back({.id = id, .kind = static_cast<NodeKind>(kind)});
    }
  }

  /// The chains of edges: backwards, so that each vertex meets its edges in order.
  void read_edges() {
    std::vector<detail::VertexRow>& vertices = state_.bgl.vertex_rows;
    std::vector<detail::EdgeRow>& edges = state_.bgl.edge_rows;
    const Words words = section(Section::edges);
    edges.resize(words.size() / 3);
    for (std::size_t i = edges.size(); i-- > 0;) {
      const std::uint32_t* row = &words[3 * i];
      if (row[0] >= vertices.size() || row[1] >= vertices.size() || row[2] >= texts_.labels.size()) {
        invalid(row, "an edge points behind its tables");
      }
      if (i + 1 < edges.size() && !(place(row) < place(row + 3))) invalid(row, "the edges are not sorted");
      const auto number = static_cast<std::uint32_t>(i);
      std::uint32_t& first_out = vertices[row[0]].first_out;
      std::uint32_t& first_in = vertices[row[1]].first_in;
      edges[i] = {.source = row[0], .target = row[1], .label = row[2], .next_out = first_out, .next_in = first_in};
      first_out = first_in = number;
    }
  }
  [[nodiscard]] std::array<std::uint32_t, 4> place(const std::uint32_t* row) const {
    const auto& [type, key] = texts_.labels[row[2]];
    return {row[0], type, row[1], key};
  }

  void read_contributions() {
    const Words words = section(Section::contributions);
    state_.said.adopt(words);
    at_ = 0;
    for (std::size_t v = 0; v < state_.bgl.vertex_rows.size(); ++v) {
      (void)read_list(state_.bgl.vertex_rows[v].said);
      state_.show(static_cast<Graph::State::Vertex>(v));
    }
    for (detail::EdgeRow& row : state_.bgl.edge_rows) row.documents = read_list(row.said);
    if (at_ != words.size() || contributions_ != rows_of(Section::contributions)) {
      invalid(words.data() + at_, "there is another number of contributions");
    }
  }

  /// Checks and links a list; returns how many documents are in it.
  std::uint32_t read_list(Offset& head) {
    const Words words = section(Section::contributions);
    head = static_cast<Offset>(1 + at_);
    std::uint32_t documents = 0;
    std::uint32_t document = no_symbol;
    std::uint32_t origin = 0;
    for (bool more = true; more;) {
      if (words.size() - at_ < ContributionView::header_words) invalid(words.data() + at_, "a contribution is missing");
      const std::uint32_t* header = &words[at_];
      const ContributionView view(header);
      const std::size_t room = words.size() - at_ - ContributionView::header_words;
      if (header[3] > room || header[4] > (room - header[3]) / ContributionView::evidence_words) {
        invalid(header, "a contribution is longer than its section");
      }
      check_contribution(view, header);
      const bool new_document = document == no_symbol || view.document() < document;
      if (!new_document && (view.document() != document || view.origin() <= origin)) {
        invalid(header, "the contributions are not sorted");
      }
      documents += new_document ? 1U : 0U;
      document = view.document();
      origin = view.origin();
      const auto here = static_cast<Offset>(1 + at_);
      at_ += ContributionView::header_words + header[3] + ContributionView::evidence_words * header[4];
      more = header[0] == 1;
      state_.said.link(here, more ? static_cast<Offset>(1 + at_) : 0);
      ++contributions_;
    }
    return documents;
  }

  void check_contribution(const ContributionView& view, const std::uint32_t* header) const {
    if (header[0] > 1 || view.document() >= texts_.documents.size() ||
        (view.origin() != detail::no_origin && view.origin() >= texts_.origins.size())) {
      invalid(header, "a contribution points behind its tables");
    }
    const auto statements = view.statements();
    for (std::size_t i = 0; i < statements.size(); ++i) {
      if (statements[i] >= texts_.statements.size() || (i > 0 && statements[i] <= statements[i - 1])) {
        invalid(&statements[i], "the statements are not sorted or not there");
      }
    }
    detail::EvidenceRow before;
    for (std::size_t i = 0; i < view.evidence_count(); ++i) {
      const detail::EvidenceRow row = view.evidence(i);
      const bool there = row.sentence < texts_.sentences.size() && row.manner < texts_.manners.size() &&
                         texts_.sentences[row.sentence][0] == view.document();
      if (!there || (i > 0 && !(before < row))) invalid(header, "the evidence is not sorted or not there");
      before = row;
    }
  }

  void read_joins() {
    const std::size_t strings = texts_.strings.size();
    for (const auto& [vertex, node, rule, because, document] :
         rows<5>(Section::joins, {state_.bgl.vertex_rows.size(), strings, strings, strings, strings})) {
      state_.joins[vertex].push_back({node, rule, because, document});
    }
  }

  void read_names() {
    constexpr std::size_t any = std::size_t{1} << 32U;
    std::vector<detail::NameIndex::Entry> entries;
    entries.reserve(rows_of(Section::names));
    for (const auto& [hash, vertex] : rows<2>(Section::names, {any, state_.bgl.vertex_rows.size()})) {
      entries.push_back({hash, vertex});
    }
    state_.names.adopt(std::move(entries));
  }

  std::string_view name_;
  Header header_;
  Graph::State& state_;
  detail::GraphTexts& texts_;
  std::vector<std::uint32_t> aligned_;
  const std::uint32_t* start_ = nullptr;
  std::array<Words, detail::snapshot::section_count> sections_;
  std::size_t at_ = 0;  // in the contributions
  std::size_t contributions_ = 0;
};

}  // namespace

Graph read_snapshot(std::string_view bytes, std::string_view name) {
  Graph out;
  Reader(bytes, name, GraphAccess::state(out)).read();
  return out;
}

}  // namespace diurna
