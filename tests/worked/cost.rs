//! Sections 1 to 8: from postings to the full cost of services.

use super::example;

#[test]
fn what_cutting_leaves_goes_to_the_largest_fractions() {
    example("1", "rounding", "report").shows(&[
        ("services/0/allocated/a", "428.57"),
        ("services/0/allocated/b", "428.57"),
        ("services/0/allocated/c", "142.86"),
        ("services/1/total", "-1000.00"),
        ("services/1/allocated/a", "-428.57"),
        ("services/1/allocated/c", "-142.86"),
        ("services/2/allocated/a", "33.34"),
        ("services/2/allocated/b", "33.33"),
        ("services/3/allocated/a", "0.02"),
        ("services/3/allocated/b", "0.03"),
    ]);
}

#[test]
fn an_invoice_is_spread_over_its_period_by_months_or_by_days() {
    example("2", "time", "report --year 2013")
        .shows(&[("reconciliation/ledger", "600.01"), ("reconciliation/other_years", "400.00")]);
    example("2", "time-days", "report --year 2013")
        .shows(&[("reconciliation/ledger", "597.41"), ("reconciliation/other_years", "402.60")]);
}

#[test]
fn a_posting_counts_by_its_period_its_fiscal_year_its_date_or_its_voucher_date() {
    example("3", "year", "report --year 2014")
        .shows(&[("reconciliation/ledger", "955.50"), ("reconciliation/other_years", "219.00")]);
}

#[test]
fn what_came_too_late_for_a_sealed_year_counts_in_the_year_of_its_posting() {
    example("3", "sealed", "report --year 2014").shows(&[
        ("reconciliation/ledger", "180.00"),
        ("reconciliation/other_years", "220.00"),
        ("moved/0/amount", "10.00"),
    ]);
}

#[test]
fn the_postings_of_the_year_are_what_is_shared_and_what_is_not() {
    example("4", "service", "report").shows(&[
        ("reconciliation/shared", "1330.00"),
        ("reconciliation/not_shared", "7700.00"),
        ("reconciliation/ledger", "9030.00"),
    ]);
}

#[test]
fn an_asset_and_its_grant_are_written_off_from_the_month_of_acquisition() {
    example("5", "depreciation", "report --year 2014").shows(&[("services/0/depreciation", "35.56")]);
    example("5", "depreciation", "report --year 2015").shows(&[("services/0/depreciation", "213.33")]);
}

#[test]
fn overhead_is_a_percent_of_a_cost_kind_and_the_operators() {
    example("6", "overhead", "report").shows(&[
        ("services/0/overhead", "246.91"),
        ("services/0/total", "1981.47"),
        ("services/0/borne/a", "1481.47"),
        ("services/0/borne/b", "500.00"),
    ]);
}

#[test]
fn the_year_is_cut_where_a_key_begins_and_where_a_partner_joins() {
    example("7", "segments", "report").shows(&[
        ("services/0/segments/0/total", "390.03"),
        ("services/0/segments/1/total", "870.05"),
        ("services/0/segments/2/total", "390.02"),
        ("services/0/segments/3/total", "500.00"),
        ("services/0/segments/0/shares/0/amount", "195.02"),
        ("services/0/segments/1/shares/2/amount", "290.01"),
        ("services/0/segments/2/shares/1/amount", "117.01"),
        ("services/0/segments/3/shares/2/amount", "166.66"),
        ("services/0/allocated/a", "846.72"),
        ("services/0/allocated/b", "768.71"),
        ("services/0/allocated/c", "534.67"),
        ("services/0/total", "2150.10"),
    ]);
}

#[test]
fn an_internal_service_is_charged_to_services_and_own_shares() {
    example("8.1", "internal", "report").shows(&[
        ("charges/0/amount", "150.02"),
        ("charges/1/amount", "50.00"),
        ("charges/2/amount", "800.08"),
        ("partners/1/own", "800.08"),
    ]);
}

#[test]
fn by_the_direct_method_internal_services_do_not_charge_each_other() {
    example("8.2", "direct", "report").shows(&[
        ("services/0/total", "700.00"),
        ("services/1/total", "1000.00"),
        ("charges/0/amount", "1104.17"),
        ("charges/1/amount", "595.83"),
    ]);
}

#[test]
fn by_step_down_they_charge_those_that_stand_later() {
    example("8.3", "step-down", "report").shows(&[
        ("services/1/charged", "140.00"),
        ("services/1/total", "1140.00"),
        ("charges/0/amount", "1110.00"),
        ("charges/1/amount", "590.00"),
    ]);
}

#[test]
fn by_the_reciprocal_method_all_charge_all() {
    example("8.4", "reciprocal", "report").shows(&[
        ("services/0/total", "1000.00"),
        ("services/1/total", "1200.00"),
        ("charges/0/amount", "1100.00"),
        ("charges/1/amount", "600.00"),
    ]);
}

#[test]
fn an_internal_service_can_be_charged_by_primary_cost() {
    example("8.5", "primary-cost", "report").shows(&[
        ("charges/0/amount", "400.00"),
        ("charges/1/amount", "200.00"),
        ("services/1/total", "1400.00"),
        ("services/2/total", "700.00"),
    ]);
}

#[test]
fn who_bore_the_cost_bore_the_charges() {
    example("8.6", "step-down", "report").shows(&[
        ("charges/0/borne/a", "443.33"),
        ("charges/0/borne/b", "666.67"),
        ("charges/1/borne/a", "256.67"),
        ("charges/1/borne/b", "333.33"),
    ]);
}
