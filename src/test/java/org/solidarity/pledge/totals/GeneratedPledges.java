package org.solidarity.pledge.totals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;

/**
 * Makes a campaign with as many pledges as wanted, the same ones each time but for their
 * ids: bodies of very different size, three types, three currencies, two years, what came
 * of them, and their sums. The guards of the ledger are off meanwhile; what they would
 * have added is added here, and a recount says whether all is as if they had been on.
 */
class GeneratedPledges {

	private final LiquibaseConnectionDetails owner;

	GeneratedPledges(LiquibaseConnectionDetails owner) {
		this.owner = owner;
	}

	/** A number from 0 up to and without 1, always the same for a row and a purpose. */
	private static String random(int purpose) {
		return "((hashint8extended(i, " + purpose + ") & 1048575) / 1048576.0)";
	}

	void make(UUID campaign, int pledges, int bodies) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.owner.getJdbcUrl(), this.owner.getUsername(),
				this.owner.getPassword())) {
			connection.setAutoCommit(false);
			for (String statement : statements(campaign, pledges, bodies)) {
				try (var sql = connection.createStatement()) {
					sql.execute(statement);
				}
			}
			connection.commit();
			connection.setAutoCommit(true);
			try (var sql = connection.createStatement()) {
				sql.execute("analyze crm.pledge; analyze crm.pledge_entry; analyze crm.pledge_sum");
			}
		}
	}

	private static String[] statements(UUID campaign, int pledges, int bodies) {
		return new String[] { "set local search_path = crm",
				"set local work_mem = '256MB'; set local statement_timeout = 0",
				"select set_config('crm.role', 'SYSTEM', true)",
				"alter table pledge disable trigger user; alter table pledge_entry disable trigger user", """
						create temp table some_body on commit drop as
						select i, uuidv7() as id from generate_series(0, %d) i""".formatted(bodies - 1),
				"""
						insert into body (id, kind, name, region, country)
						select id, 'LOCAL_UNION', 'Generated Local ' || i, (array['US-CA', 'US-NY', 'US-IL'])[1 + i %% 3], 'US'
						from some_body"""
					.formatted(),
				"""
						create temp table some_pledge on commit drop as
						select p.i, uuidv7() as id, b.id as body_id, p.type,
						  case when p.type <> 'VOLUNTEER_HOURS' then p.currency end as currency, p.amount, p.day,
						  case when p.confirmed then p.day end as confirmed_on,
						  case when p.conditional then 'If the vote carries' end as condition,
						  case when p.due < 0.4 then array[p.day + 30]
						    when p.due < 0.6 then array(select (p.day + m * interval '1 month')::date from generate_series(1, 6) m)
						    else '{}' end as due_dates, p.purpose
						from (
						  select i, case when %s < 0.6 then 'MONEY' when %s < 0.4 then 'STRIKE_FUND' else 'VOLUNTEER_HOURS' end::pledge_type as type,
						    case when %s < 0.8 then 'USD' when %s < 0.6 then 'CAD' else 'EUR' end as currency,
						    round((5 + 5000 * %s ^ 4)::numeric, 2) as amount, current_date - (730 * %s)::int as day,
						    %s < 0.9 as confirmed, %s < 0.05 as conditional, %s as due, 'Purpose ' || (10 * %s)::int as purpose,
						    (%d * %s ^ 2)::int as body
						  from generate_series(1::bigint, %d) i) p
						join some_body b on b.i = least(p.body, %d)"""
					.formatted(random(1), random(2), random(3), random(4), random(5), random(6), random(7), random(8),
							random(9), random(10), bodies, random(11), pledges, bodies - 1),
				"""
						insert into pledge (id, campaign_id, body_id, type, currency, amount, pledged_on, confirmed_on, condition,
						  due_dates, purpose)
						select id, '%s', body_id, type, currency, amount, day, confirmed_on, condition, due_dates, purpose
						from some_pledge"""
					.formatted(campaign),
				"""
						insert into pledge_entry (pledge_id, campaign_id, body_id, of_member, kind, amount, effective_on, recorded_at)
						select p.id, '%s', p.body_id, false, e.kind, e.amount, e.day, now()
						from some_pledge p
						cross join lateral (
						  values ('ORIGINAL'::pledge_entry_kind, p.amount, p.day),
						    ('CONFIRMED', null, p.confirmed_on),
						    ('FULFILMENT', case when %s < 0.6 then greatest(1, trunc(p.amount / 2)) end, p.day + 20),
						    ('FULFILMENT', case when %s < 0.3 then greatest(1, trunc(p.amount / 3)) end, p.day + 45),
						    ('WRITE_OFF', case when %s < 0.04 then trunc(p.amount / 4) + 1 end, p.day + 90),
						    ('CANCELLATION', case when %s < 0.04 then trunc(p.amount / 5) + 1 end, p.day + 60)) e(kind, amount, day)
						where e.day is not null and (e.kind = 'CONFIRMED' or e.amount is not null)"""
					.formatted(campaign, random(21), random(22), random(23), random(24)),
				"alter table pledge enable trigger user; alter table pledge_entry enable trigger user",
				"""
						create temp table step on commit drop as
						select p.campaign_id, s.day, p.body_id, p.type, p.currency, date_trunc('month', p.pledged_on)::date as month,
						  p.purpose, sum(s.pledges) as pledges, sum(s.pledged) as pledged, sum(s.delivered) as delivered,
						  sum(s.overpaid) as overpaid, sum(s.cancelled) as cancelled, sum(s.written_off) as written_off,
						  sum(s.overdue) as overdue, sum(s.proposed) as proposed, sum(s.conditional) as conditional
						from pledge_steps('%s', null, null) s
						join pledge p on p.id = s.pledge_id
						group by 1, 2, 3, 4, 5, 6, 7"""
					.formatted(campaign),
				"grant select on step to crm_ledger", "set local role crm_ledger", "set local search_path = crm",
				folded(), """
						insert into pledge_fold (campaign_id, through) values ('%s', current_date)"""
					.formatted(campaign),
				"set local role crm_owner" };
	}

	/** What folding makes of the steps. */
	private static String folded() {
		return """
				insert into pledge_sum (campaign_id, grain, span, day, body_id, type, currency, of_member, toward_bodies, month, purpose,
				  pledges, pledged, delivered, overpaid, cancelled, written_off, overdue, proposed, conditional)
				select s.campaign_id, g.grain::text, d.span, d.day, case when g.grain = 'BODY' then s.body_id end, s.type, s.currency, false, '{}'::uuid[],
				  case when g.grain = 'DETAIL' then s.month end, case when g.grain = 'DETAIL' then s.purpose end,
				  sum(s.pledges), sum(s.pledged), sum(s.delivered), sum(s.overpaid), sum(s.cancelled), sum(s.written_off),
				  sum(s.overdue), sum(s.proposed), sum(s.conditional)
				from step s
				cross join unnest(enum_range(null::pledge_grain)) g(grain)
				cross join lateral (
				  values ('DAY', s.day), ('MONTH', date_trunc('month', s.day)::date),
				    ('EVER', case when s.day <= current_date then '-infinity'::date end)) d(span, day)
				where d.day is not null
				group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11""";
	}

}
