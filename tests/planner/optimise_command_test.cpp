#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/run_program.h"
#include "tests/support/shared_files.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

/// Three places and three sites, worked by hand.
class OptimiseFolder {
 public:
  OptimiseFolder() {
    write("od.csv",
          "from,to,cost\nv1,a,10\nv1,b,25\nv2,a,12\nv2,b,5\nv2,c,\nv3,b,30\nv3,c,5\nv9,a,1\n");
    write("d.csv", "id,demand\nv1,100\nv2,40\nv3,70\n");
    write("costs.csv", "id,cost\na,3\nb,2\nc,2\nx,1\n");
    write("groups.csv", "id,group\na,north\nb,north\nc,south\n");
    write("s.csv", "id,supply\na,110\nb,60\nc,90\n");
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_.path() / name) << text;
  }

  [[nodiscard]] ProgramResult run(const std::vector<std::string>& more) const {
    std::vector<std::string> args = {"optimise", "--matrix", "od.csv", "--demand", "d.csv"};
    args.insert(args.end(), more.begin(), more.end());
    return run_program_in(folder_.path(), args);
  }

  [[nodiscard]] nlohmann::json answer(std::vector<std::string> more) const {
    more.emplace_back("--json");
    const ProgramResult result = run(more);
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    return nlohmann::json::parse(result.out);
  }

  [[nodiscard]] std::string read(const std::string& name) const {
    return read_text(folder_.path() / name);
  }

 private:
  TempDir folder_;
};

using Sites = std::vector<std::string>;

}  // namespace

TEST_CASE("optimise covers most within an inclusive limit, with bound, gap and parts") {
  const OptimiseFolder folder;
  const auto json = folder.answer({"--objective", "cover", "--limit", "10", "--p", "2"});
  CHECK(json["objective"] == 170);
  CHECK(json["bound"] == 170);
  CHECK(json["gap"] == 0);
  CHECK(json["status"] == "proven");
  CHECK(json["sites"] == Sites{"a", "c"});
  CHECK(json["values"][0]["marginal"] == 100);
  CHECK(json["values"][1]["only_here"] == 70);
  const ProgramResult text = folder.run({"--limit", "10", "--p", "2"});
  CHECK_THAT(text.out, Contains("demand within the limit of an open site): 170") &&
                           Contains("proven; bound 170, gap 0"));
  CHECK_THAT(text.err, Contains("1 pairs of the matrix are left out"));
}

TEST_CASE("optimise covers at least a share of each area, or says what share can be had") {
  const OptimiseFolder folder;
  folder.write("areas.csv", "id,area\nv1,west\nv2,west\nv3,east\nv8,east\n");
  const std::vector<std::string> cover = {"--objective", "cover", "--limit", "10",
                                          "--p",         "1",     "--areas", "areas.csv"};
  const auto with = [&](const std::vector<std::string>& more) {
    auto words = cover;
    words.insert(words.end(), more.begin(), more.end());
    return words;
  };
  const auto small = folder.answer(with({"--most-gini", "0.5"}));
  CHECK(small["sites"] == Sites{"a"});  // 100 of the west's 140, none of the east's 70
  CHECK(small["least_share_of_areas"] == 0.0);
  CHECK(small["gini_of_areas"].get<double>() == Approx(1.0 / 3));
  const ProgramResult none = folder.run(with({"--least-share", "0.5"}));
  CHECK(none.exit_code == 1);
  CHECK_THAT(none.err, Contains("no choice within the rules covers 0.5 of each area") &&
                           Contains("--least-share 0)") && Contains("the largest"));
  const auto both = folder.answer({"--objective", "cover", "--limit", "10", "--p", "2", "--areas",
                                   "areas.csv", "--least-share", "0.7"});
  CHECK(both["sites"] == Sites{"a", "c"});
  CHECK(both["least_share_of_areas"].get<double>() == Approx(100.0 / 140));
}

TEST_CASE("optimise refuses fairness that it cannot make sense of") {
  const OptimiseFolder folder;
  folder.write("areas.csv", "id,area\nv1,west\nv1,east\n");
  const auto check = [&](const std::vector<std::string>& more, int code, const char* words) {
    std::vector<std::string> all = {"--p", "1", "--limit", "10"};
    all.insert(all.end(), more.begin(), more.end());
    const ProgramResult result = folder.run(all);
    INFO(result.err);
    CHECK(result.exit_code == code);
    CHECK_THAT(result.err, Contains(words));
  };
  check({"--least-share", "0.5"}, 2, "which areas are to be covered fairly");
  check({"--areas", "areas.csv"}, 2, "--areas without --least-share");
  check({"--areas", "areas.csv", "--least-share", "0.5"}, 1, "the place 'v1' is in two areas");
  folder.write("areas.csv", "id,area\nv1,west\n");
  check({"--areas", "areas.csv", "--least-share", "2"}, 2, "not within 0 .. 1");
  check({"--areas", "areas.csv", "--most-gini", "0.1", "--objective", "backup"}, 2,
        "belong to cover");
}

TEST_CASE("optimise lowers the mean cost of the worst-off share") {
  const OptimiseFolder folder;
  const auto json = folder.answer({"--objective", "worst-tenth", "--share", "0.5", "--p", "2"});
  CHECK(json["sites"] == Sites{"a", "c"});  // 40 at 12 and 65 of the 100 at 10
  CHECK(json["objective"].get<double>() == Approx((40 * 12 + 65 * 10) / 105.0));
  CHECK(json["status"] == "proven");
  CHECK(json["values"][0]["marginal"].is_null());  // without "a" nobody reaches v1
  const ProgramResult none = folder.run({"--objective", "worst-tenth", "--share", "0", "--p", "2"});
  CHECK(none.exit_code == 2);
  CHECK_THAT(none.err, Contains("worst-off share"));
  const ProgramResult other = folder.run({"--objective", "median", "--share", "0.2", "--p", "2"});
  CHECK(other.exit_code == 2);
  CHECK_THAT(other.err, Contains("--share belongs to worst-tenth"));
}

TEST_CASE("optimise answers every objective") {
  const OptimiseFolder folder;
  const auto median = folder.answer({"--objective", "median", "--p", "2"});
  CHECK(median["objective"] == 100 * 10 + 40 * 12 + 70 * 5);
  CHECK(median["sites"] == Sites{"a", "c"});
  CHECK(folder.answer({"--objective", "median", "--p", "2", "--unweighted"})["objective"] == 27);
  CHECK(folder.answer({"--objective", "centre", "--p", "2"})["objective"] == 12);
  const auto fewest = folder.answer({"--objective", "set-cover", "--limit", "12"});
  CHECK(fewest["objective"] == 2);
  CHECK(fewest["sites"] == Sites{"a", "c"});
  CHECK(folder.answer({"--objective", "set-cover", "--limit", "30"})["objective"] == 1);
  CHECK(folder.answer(
            {"--objective", "gradual", "--steps", "5:1,12:0.5", "--p", "1"})["objective"] == 70);
  CHECK(folder.answer({"--objective", "backup", "--limit", "30", "--p", "2"})["objective"] == 140);
  CHECK(folder.answer({"--objective", "ufl", "--costs", "costs.csv",
                       "--unweighted"})["objective"] == 3 + 2 + 2 + 20);
  const auto cpmp =
      folder.answer({"--objective", "cpmp", "--capacity", "s.csv", "--p", "3", "--unweighted"});
  CHECK(cpmp["objective"] == 20);
  CHECK(cpmp["assignment"]["v2"] == "b");
  folder.write("tight.csv", "id,supply\na,110\nb,30\nc,200\n");
  const auto split =
      folder.answer({"--objective", "cpmp", "--capacity", "tight.csv", "--p", "3", "--split"});
  CHECK(split["status"] == "proven");
  CHECK(split["bound"] == split["objective"]);
  CHECK(split["objective"] == 100 * 10 + 30 * 5 + 10 * 12 + 70 * 5);
  CHECK(split["assignment"]["v2"] == nlohmann::json({{"a", 10}, {"b", 30}}));
  CHECK(folder.run({"--limit", "10", "--p", "1", "--split"}).exit_code == 2);
}

TEST_CASE("optimise keeps to locked and forbidden sites, budgets and groups") {
  const OptimiseFolder folder;
  const std::vector<std::string> cover = {"--limit", "12"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.end(), cover.begin(), cover.end());
    return folder.answer(more);
  };
  const auto locked = with({"--lock", "b", "--p", "1"});
  CHECK(locked["sites"] == Sites{"a", "b"});
  CHECK(locked["locked_objective"] == 40);
  CHECK(locked["values"][1]["status"] == "locked");
  CHECK(with({"--forbid", "a,c", "--p", "1"})["sites"] == Sites{"b"});
  CHECK(with({"--costs", "costs.csv", "--budget", "4"})["sites"] == Sites{"a"});
  CHECK(with({"--costs", "costs.csv", "--budget", "5"})["sites"] == Sites{"a", "c"});
  CHECK(with({"--p", "2", "--groups", "groups.csv", "--at-most", "1"})["sites"] == Sites{"a", "c"});
  folder.write("not.csv", "site,other\na,c\n");
  CHECK(with({"--p", "2", "--exclusive", "not.csv"})["sites"] == Sites{"a", "b"});
}

TEST_CASE("costs stay as they are, and demand may have decimals") {
  const OptimiseFolder folder;
  folder.write("od.csv", "from,to,cost\nv1,a,0.1\nv2,a,0.2\nv3,a,1e-7\n");
  folder.write("d.csv", "id,demand\nv1,1.5\nv2,2.25\nv3,0\n");
  CHECK(folder.answer({"--objective", "median", "--p", "1"})["objective"].get<double>() ==
        Approx(0.6).epsilon(1e-12));
  CHECK(folder.answer({"--limit", "0.1", "--p", "1"})["objective"] == 1.5);
  folder.write("d.csv", "id,demand\nv1,0.12345678\n");
  CHECK_THAT(folder.run({"--limit", "1", "--p", "1"}).err, Contains("more than six decimals"));
}

TEST_CASE("an impossible problem is refused with the smallest relaxation") {
  const OptimiseFolder folder;
  const auto refused = [&](const std::vector<std::string>& args, const std::string& why) {
    const ProgramResult result = folder.run(args);
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("there is no answer") && Contains(why));
  };
  refused({"--limit", "10", "--p", "4"}, "ask for 3 more sites (--p 3)");
  refused({"--objective", "median", "--limit", "12", "--p", "1"}, "2 more sites (--p 2)");
  refused({"--objective", "set-cover", "--limit", "5"}, "a target of 0.523809");
  refused({"--objective", "cpmp", "--capacity", "s.csv", "--p", "1"}, "(--p 3)");
  refused({"--limit", "5", "--p", "3", "--groups", "groups.csv", "--at-most", "1"}, "--p 2");
}

TEST_CASE("wrong usage and bad tables are refused") {
  const OptimiseFolder folder;
  CHECK(folder.run({"--objective", "cover", "--p", "1"}).exit_code == 2);
  CHECK(folder.run({"--objective", "median"}).exit_code == 2);
  CHECK(folder.run({"--limit", "5", "--p", "1", "--steps", "5:1"}).exit_code == 2);
  CHECK(folder.run({"--objective", "gradual", "--p", "1", "--steps", "5-1"}).exit_code == 2);
  CHECK(folder.run({"--objective", "shortest", "--p", "1"}).exit_code == 2);
  CHECK(folder.run({"--limit", "5", "--p", "1", "--budget", "3"}).exit_code == 2);
  const auto refused = [&](const std::vector<std::string>& words, const char* why) {
    const ProgramResult result = folder.run(words);
    INFO(result.err);
    CHECK(result.exit_code == 2);
    CHECK_THAT(result.err, Contains(why));
  };
  refused({"--limit", "5", "--p", "1", "--unweighted"}, "--unweighted belongs to median");
  refused({"--objective", "gradual", "--p", "1", "--steps", "5:1", "--limit", "1"},
          "--limit does not belong to gradual");
  refused({"--limit", "5", "--p", "1", "--gap", "nan"}, "the gap is negative, or no number");
  refused({"--limit", "5", "--p", "1", "--time-limit", "-5"}, "the time limit is negative");
  refused({"--limit", "5", "--budget", "nan"}, "the budget is negative, or no number");
  for (const char* flag : {"--curve", "--worlds", "--lists", "--pareto-points"}) {
    refused({"--limit", "5", "--p", "1", flag, "3"}, flag);
  }
  refused({"--limit", "5", "--p", "1", "--rule-km", "30"}, "--rule-km");
  const ProgramResult unknown = folder.run({"--limit", "5", "--p", "1", "--lock", "q"});
  CHECK(unknown.exit_code == 1);
  CHECK_THAT(unknown.err, Contains("there is no site 'q' in the matrix"));
  const ProgramResult both =
      folder.run({"--limit", "5", "--p", "1", "--lock", "a", "--forbid", "a"});
  CHECK_THAT(both.err, Contains("both locked and forbidden"));
  folder.write("costs.csv", "id,cost\na,3\n");
  const ProgramResult costs = folder.run({"--limit", "5", "--budget", "3", "--costs", "costs.csv"});
  CHECK_THAT(costs.err, Contains("the site 'b' has no row"));
  folder.write("od.csv", "from,to,cost\nv1,a,10\nv1,a,11\n");
  CHECK_THAT(folder.run({"--limit", "5", "--p", "1"}).err, Contains("given twice"));
  folder.write("od.csv", "from,to,cost\nv1,a,-1\n");
  CHECK_THAT(folder.run({"--limit", "5", "--p", "1"}).err, Contains("negative"));
}

TEST_CASE("an answer goes to a file, which is not overwritten unasked") {
  const OptimiseFolder folder;
  CHECK(folder.run({"--limit", "10", "--p", "1", "--json", "-o", "a.json"}).exit_code == 0);
  CHECK(nlohmann::json::parse(folder.read("a.json"))["sites"] == Sites{"a"});
  CHECK(folder.run({"--limit", "10", "--p", "1", "-o", "a.json"}).exit_code == 1);
}

TEST_CASE("a time limit of nothing still gives a choice and a bound") {
  const OptimiseFolder folder;
  const auto json = folder.answer({"--limit", "10", "--p", "2", "--time-limit", "0"});
  CHECK(json["sites"].size() == 2);
  CHECK(json["bound"] >= json["objective"]);
}

TEST_CASE("another order of the rows gives the same bytes") {
  const OptimiseFolder folder;
  const std::string before = folder.run({"--objective", "median", "--p", "2", "--json"}).out;
  folder.write("od.csv",
               "from,to,cost\nv3,c,5\nv3,b,30\nv2,b,5\nv1,b,25\nv2,a,12\nv1,a,10\nv2,c,\n");
  folder.write("d.csv", "id,demand\nv3,70\nv1,100\nv2,40\n");
  CHECK(folder.run({"--objective", "median", "--p", "2", "--json"}).out == before);
}

TEST_CASE("optimise solves the network case of San Francisco from its wide matrix") {
  const auto matrix = find_shared("cases/spopt_sf/cost_matrix.csv");
  if (!matrix) return;
  const std::string demand = find_shared("cases/spopt_sf/demand.csv")->string();
  const ProgramResult result =
      run_pahunch({"optimise", "--matrix", matrix->string(), "--wide", "--demand", demand,
                   "--demand-col", "weight", "--objective", "median", "--p", "4", "--json"});
  REQUIRE(result.exit_code == 0);
  const auto json = nlohmann::json::parse(result.out);
  CHECK(json["objective"].get<double>() / 955113 == Approx(2982.126857989067).epsilon(1e-12));
  CHECK(json["gap"] == 0);
}
