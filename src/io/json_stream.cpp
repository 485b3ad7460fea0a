#include "io/json_stream.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "io/graph_json.hpp"
#include "io/json_syntax.hpp"

namespace diurna::io::detail {
namespace {

using Json = nlohmann::json;

/// Builds values as the parser meets their parts; `open_` are the lists and objects that are not closed yet.
class Builder : public nlohmann::json_sax<Json> {
 public:
  Builder(std::string_view bytes, std::string_view name, const ListVisitor& visitor)
      : bytes_(bytes), name_(name), visitor_(visitor) {}

  Json take() { return std::move(root_); }

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool end_object() override { return close(); }
  bool key(string_t& value) override {
    keys_.back() = std::move(value);
    return true;
  }
  bool start_array(std::size_t) override {
    const bool is_member_of_root = open_.size() == 1 && root_.is_object();
    if (!is_member_of_root || !visitor_.begin_list(root_, keys_.back())) return open(Json::array());
    handed_out_ = keys_.back();
    number_ = 0;
    return open(Json::array());
  }
  bool end_array() override {
    if (open_.size() == 2) handed_out_.clear();
    return close();
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    throw_syntax_error(bytes_, name_, position);
  }

 private:
  [[nodiscard]] bool is_item() const { return open_.size() == 2 && !handed_out_.empty(); }

  Json* place(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Json& parent = *open_.back();
    if (parent.is_object()) return &(parent[keys_.back()] = std::move(value));
    parent.push_back(std::move(value));
    return &parent.back();
  }

  bool add(Json value) {
    const bool item = is_item();
    place(std::move(value));
    if (item) hand_out();
    return true;
  }
  bool open(Json value) {
    Json* placed = place(std::move(value));
    open_.push_back(placed);
    keys_.emplace_back();
    return true;
  }
  bool close() {
    open_.pop_back();
    keys_.pop_back();
    if (is_item()) hand_out();
    return true;
  }
  void hand_out() {
    Json& list = *open_.back();
    visitor_.item(handed_out_, number_++, list.back());
    list.clear();
  }

  std::string_view bytes_;
  std::string_view name_;
  const ListVisitor& visitor_;
  Json root_;
  std::vector<Json*> open_;
  std::vector<std::string> keys_;
  std::string handed_out_;  // the member of the root whose items are handed out
  std::size_t number_ = 0;
};

}  // namespace

Json parse_lists(std::string_view bytes, std::string_view name, const ListVisitor& visitor) {
  check_nesting(bytes, name, deepest_nesting);
  Builder builder(bytes, name, visitor);
  Json::sax_parse(bytes, &builder);
  return builder.take();
}

}  // namespace diurna::io::detail
