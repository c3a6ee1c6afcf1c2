"""Copies the rows and the data that the tests use from the full set of reference values.

    python3 extract.py REFERENCE/open
"""
import csv, shutil, sys, os

source = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))
os.makedirs(f"{here}/data", exist_ok=True)


def keep(name, target, wanted):
    with open(f"{source}/{name}.csv") as file:
        reader = csv.DictReader(file)
        rows = [row for row in reader if wanted(row)]
    with open(f"{here}/{target}.csv", "w") as file:
        writer = csv.DictWriter(file, reader.fieldnames, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    for dataset in sorted({row["dataset"] for row in rows} - {"inline"}):
        shutil.copyfile(f"{source}/data/{dataset}.csv", f"{here}/data/{dataset}.csv")
    print(target, len(rows))


alpha = {"n", "alpha_raw", "alpha_std", "alpha_raw_if_dropped", "interitem_r_mean_min_max_var", "median_interitem_r", "item_mean", "item_sd"}
keep("reliability_alpha", "alpha", lambda row: row["analysis"] == "alpha" and "missing=listwise" in row["args"] and row["status"] == "ok" and (
    row["statistic"] in alpha and row["row"] != "var" or "feldt" in row["statistic"] or row["statistic"] == "item_rest_r" and row["fn"] == "stats::cor"))
keep("reliability_alpha", "alpha_intervals", lambda row: row["analysis"] == "alpha" and "missing=listwise" in row["args"] and ("_bonett_" in row["statistic"] or "_duhachek_" in row["statistic"]))
keep("reliability_alpha", "alpha_pairwise", lambda row: row["analysis"] == "alpha" and "missing=pairwise" in row["args"] and row["status"] == "ok" and (
    row["statistic"] in {"n", "n_any_valid", "n_min_pair", "alpha_raw", "alpha_std_from_pairwise_r", "interitem_r_mean_min_max_var", "interitem_cov_mean", "alpha_raw_if_dropped", "item_mean", "item_sd"} and row["row"] != "var"))
keep("reliability_alpha", "alpha_bootstrap", lambda row: row["analysis"] == "alpha_bootstrap")
shutil.copyfile(f"{source}/data/boot_indices_60x999.csv", f"{here}/data/boot_indices_60x999.csv")
keep("reliability_alpha", "halves", lambda row: row["analysis"] == "alpha" and "missing=listwise" in row["args"] and (
    row["statistic"].startswith(("guttman_raw_", "split_")) or row["statistic"] in {"sem_total", "total_mean", "total_var"}))
shapes = {"n_valid", "n_missing", "mean", "median", "min", "max", "sd", "mad_scaled", "count", "floor_prop", "ceiling_prop"}
keep("descriptives", "descriptives", lambda row: row["analysis"] == "descriptives" and row["status"] == "ok" and (
    row["statistic"] in shapes or row["statistic"].startswith(("skewness_type", "kurtosis_excess_type", "quantile_"))))
keep("descriptives", "scale_scores", lambda row: row["analysis"] == "scale_score" and row["args"].endswith("score=mean_complete"))
keep("reliability_omega", "omega", lambda row: row["statistic"] in {"cfa1_lambda_unstd", "cfa1_theta_unstd", "omega_u_cfa_ml", "omega_u_cfa_obs_var", "omega_std_cfa_ml", "ave", "maximal_reliability_H", "omega_efa1_minres_std"})
groups = {"n", "mean", "sd", "welch_t", "welch_df", "welch_p", "welch_se", "welch_diff_ci95", "hedges_g", "hedges_J_exact", "hedges_g_ci95", "ncp_t_ci95"}
keep("group_comparisons", "two_groups", lambda row: row["analysis"] == "two_group" and row["statistic"] in groups and not row["fn"].startswith("effectsize"))
keep("distributions", "noncentral_t", lambda row: row["statistic"] == "nct_cdf")
keep("degenerate_behaviour", "degenerate", lambda row: "RECOMMENDED" in row["note"] or row["statistic"] == "n_complete_usable_items")
